using System.Security.Cryptography;
using System.Text;
using CrisisFlow.Web;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Azure.Http;

/// <summary>Between ASP.NET Core's request and answer and the site's.</summary>
internal static class SiteTranslation
{
    public static SiteRequest ToSite(this HttpRequest request, bool isTrusted)
    {
        var headers = request.Headers;
        return new SiteRequest(request.Method, request.Path.Value is { Length: > 0 } path ? path : "/", request.QueryString.Value ?? "")
        {
            Body = request.Body,
            ContentType = request.ContentType,
            ContentEncoding = Header("Content-Encoding"),
            AcceptLanguage = Header("Accept-Language"),
            Authorization = Header("Authorization"),
            ApiKey = Header("X-Api-Key"),
            Origin = Header("Origin"),
            FetchSite = Header("Sec-Fetch-Site"),
            IfNoneMatch = Header("If-None-Match"),
            Caller = Caller(request),
            IsTrusted = isTrusted,
            // TLS ends at the platform's front end.
            IsHttps = request.IsHttps || headers["X-Forwarded-Proto"] == "https",
        };

        string? Header(string name) => headers.TryGetValue(name, out var values) ? values.ToString() : null;
    }

    // The front end appends the address it saw; what stands before it is what the caller claims.
    private static string Caller(HttpRequest request)
    {
        var seen = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        var address = seen.Length > 0 ? seen : request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("caller|" + WithoutPort(address))))[..16];
    }

    private static string WithoutPort(string address) =>
        System.Net.IPEndPoint.TryParse(address, out var endpoint) ? endpoint.Address.ToString() : address;
}

/// <summary>Writes a page out as it is; on HEAD without its body.</summary>
internal sealed class SiteResult(SiteResponse response) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = httpContext.Response;
        answer.StatusCode = response.Status;
        answer.ContentType = response.ContentType;
        answer.ContentLength = response.Body.Length;
        foreach (var (name, value) in response.Headers) answer.Headers[name] = value;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await answer.Body.WriteAsync(response.Body, httpContext.RequestAborted);
    }
}
