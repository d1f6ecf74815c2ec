using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Files;

/// <summary>Search engines may read the statements and nothing else.</summary>
internal static class Robots
{
    public static IResult Show() => TypedResults.Text("User-agent: *\nAllow: /statements\nDisallow: /\n");
}
