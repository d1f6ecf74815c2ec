using CrisisFlow.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Web;

/// <summary>The outer edge of every request: here, and only here, any failure is caught.</summary>
internal sealed class Failures(RequestDelegate next, Viewers viewers, ILogger<Failures> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested) { }
        catch (StoreUnavailableException away)
        {
            SiteLog.StoreAway(log, away.Message);
            await AnswerAsync(
                context,
                IsApi(context)
                    ? ApiRefusal.Of(503, "The store is not available. Nothing is lost: send it again later.")
                    : StoreAway(context)
            );
        }
        catch (BadHttpRequestException bad)
        {
            // A body that is too long, too slow or cut off: the caller's fault, and no failure of ours to log.
            await AnswerAsync(
                context,
                IsApi(context) ? ApiRefusal.Of(bad.StatusCode, Said(bad)) : Layout.Plain(bad.StatusCode, Said(bad))
            );
        }
#pragma warning disable CA1031 // The one catch-all of all requests.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            SiteLog.RequestFailed(log, Presentation.SitePaths.Scrub(context.Request.Path), failed);
            const string wrong = "Something went wrong. It has been logged; please try again.";
            await AnswerAsync(context, IsApi(context) ? ApiRefusal.Of(500, wrong) : Layout.Plain(500, wrong));
        }
    }

    /// <summary>Programs that push are answered in JSON, whatever happens.</summary>
    private static bool IsApi(HttpContext context) => context.Request.Path.Equals("/mentions");

    private static string Said(BadHttpRequestException bad) =>
        bad.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? "Request body too large."
            : "The request could not be read.";

    private PageResult StoreAway(HttpContext context)
    {
        var viewer = viewers.For(context);
        return Layout.Message(
            viewer,
            StatusCodes.Status503ServiceUnavailable,
            viewer.T["error.503.title"],
            viewer.T["error.503"]
        );
    }

    private static Task AnswerAsync(HttpContext context, IResult answer)
    {
        // Half an answer cannot be taken back.
        if (context.Response.HasStarted)
            return Task.CompletedTask;
        context.Response.Clear();
        SecurityHeaders.Set(context, Exposure.Private);
        if (answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status503ServiceUnavailable })
            context.Response.Headers.RetryAfter = "10";
        return answer.ExecuteAsync(context);
    }
}
