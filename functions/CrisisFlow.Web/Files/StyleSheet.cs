using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Files;

/// <summary>The one style sheet of all pages.</summary>
internal static class StyleSheet
{
    private const string Name = "style.css";

    private static readonly byte[] Content = Read();

    public static IResult Show(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Bytes(Content, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var stream =
            typeof(StyleSheet).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"{Name} is not in the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
