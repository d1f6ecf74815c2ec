using CrisisFlow.Web;

namespace CrisisFlow.Local.Hosting;

/// <summary>Kestrel's requests to the site's and back. Decides nothing but whether the caller is trusted.</summary>
internal sealed class SiteEndpoint(Site site, Callers callers, ILogger<SiteEndpoint> log)
{
    /// <summary>The outer edge of every request: here, and only here, any failure is caught.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var request = Translate(context);
        try
        {
            await WriteAsync(context, await site.HandleAsync(request, context.RequestAborted));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        catch (BadHttpRequestException e)
        {
            // A body that is too long, too slow or broken off: the caller's fault, and none of ours to note as a failure.
            if (!context.Response.HasStarted) await WriteAsync(context, SiteResponse.Plain(e.StatusCode, "The request could not be read."));
        }
#pragma warning disable CA1031 // One catch-all per host, at its outer edge.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.RequestFailed(log, request.LogPath, e);
            if (!context.Response.HasStarted) await WriteAsync(context, SiteResponse.Plain(500, "Something went wrong here. It was noted; please try again."));
        }
    }

    private SiteRequest Translate(HttpContext context)
    {
        var (request, headers) = (context.Request, context.Request.Headers);
        return new SiteRequest(request.Method, request.Path.Value ?? "/", request.QueryString.Value ?? "")
        {
            Body = request.Body,
            ContentType = request.ContentType,
            ContentEncoding = Text(headers.ContentEncoding.ToString()),
            AcceptLanguage = Text(headers.AcceptLanguage.ToString()),
            Authorization = Text(headers.Authorization.ToString()),
            ApiKey = Text(headers["X-Api-Key"].ToString()),
            Origin = Text(headers.Origin.ToString()),
            FetchSite = Text(headers["Sec-Fetch-Site"].ToString()),
            IfNoneMatch = Text(headers.IfNoneMatch.ToString()),
            Caller = Callers.Hash(context),
            IsTrusted = callers.IsTrusted(context),
            IsHttps = request.IsHttps,
        };
    }

    private static async Task WriteAsync(HttpContext context, SiteResponse answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
        context.Response.ContentLength = answer.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static string? Text(string header) => header.Length == 0 ? null : header;
}
