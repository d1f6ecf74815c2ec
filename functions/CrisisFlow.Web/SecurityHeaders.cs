using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web;

/// <summary>
/// What every answer carries, so that no page can forget it: the strictest headers first; a page that may be looser
/// says so.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        + "base-uri 'none'";

    private const string FramingPolicy = Policy + "; frame-src 'self'";

    private const string FramedPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; base-uri 'self'; "
        + "sandbox allow-popups allow-top-navigation-by-user-activation";

    public Task InvokeAsync(HttpContext context)
    {
        Set(context, Exposure.Private);
        return next(context);
    }

    public static void Set(HttpContext context, Exposure exposure)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = exposure switch
        {
            Exposure.Framing => FramingPolicy,
            Exposure.Framed => FramedPolicy,
            _ => Policy,
        };
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // A sandboxed page may not have an opener policy.
        headers["Cross-Origin-Opener-Policy"] = exposure == Exposure.Framed ? default : "same-origin";
        headers.XFrameOptions = exposure == Exposure.Framed ? default : "DENY";
        headers.CacheControl = exposure == Exposure.Public ? "public, max-age=60" : "no-store";
        headers["X-Robots-Tag"] = exposure == Exposure.Public ? default : "noindex, nofollow";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }
}
