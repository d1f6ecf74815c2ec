using System.Reflection;
using CrisisFlow.Presentation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisFlow.Web;

/// <summary>Whoever asks for a page; a handler names it among its parameters.</summary>
internal sealed record Visitor(Viewer Viewer) : IBindableFromHttpContext<Visitor>
{
    public static ValueTask<Visitor?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(new Visitor(context.RequestServices.GetRequiredService<Viewers>().For(context)));
}
