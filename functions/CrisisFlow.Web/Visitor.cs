using System.Reflection;
using CrisisFlow.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisFlow.Web;

/// <summary>The visitor of a page; handlers take it as a parameter.</summary>
internal sealed record Visitor(Viewer Viewer) : IBindableFromHttpContext<Visitor>
{
    public static ValueTask<Visitor?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(new Visitor(context.RequestServices.GetRequiredService<Viewers>().For(context)));
}
