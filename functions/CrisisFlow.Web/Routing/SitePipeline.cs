using CrisisFlow.Presentation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisFlow.Web.Routing;

/// <summary>Answers every request of either host.</summary>
public sealed class SitePipeline
{
    private readonly RequestDelegate _answer;

    public SitePipeline(IServiceProvider services, SitePaths paths)
    {
        var site = new ApplicationBuilder(services);
        site.UseMiddleware<SecurityHeaders>();
        site.UseMiddleware<Failures>();
        // Also where a proxy has cut the path off already.
        site.UsePathBase(paths.Base);
        site.UseMiddleware<PlainRequests>();
        site.UseStatusCodePages(SayAsync);
        site.UseRouting();
        site.UseEndpoints(Routes.Map);
        _answer = site.Build();
    }

    public Task AnswerAsync(HttpContext context) => _answer(context);

    /// <summary>A body for the answers that routing gives.</summary>
    private static Task SayAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var viewer = context.RequestServices.GetRequiredService<Viewers>().For(context);
        IResult answer =
            context.Response.StatusCode == StatusCodes.Status404NotFound
                ? Layout.NotFound(viewer)
                : Layout.Plain(context.Response.StatusCode, "Method not allowed.");
        return answer.ExecuteAsync(context);
    }
}
