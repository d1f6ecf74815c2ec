namespace CrisisFlow.Web;

/// <summary>What every answer carries, so that no page can forget it.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>For the page that shows a mail of the outbox inside a frame of its own.</summary>
    private const string FramingPolicy = Policy + "; frame-src 'self'";

    /// <summary>For a mail's own markup, which has its style written into it: no script, no form, and only our own page may frame it.</summary>
    private const string FramedPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; base-uri 'self'; sandbox allow-popups allow-top-navigation-by-user-activation";

    public static SiteResponse AddTo(SiteResponse response, SiteRequest request)
    {
        var frames = response.Headers.FirstOrDefault(header => header.Key == Frame).Value;
        var headers = new List<KeyValuePair<string, string>>
        {
            new("Content-Security-Policy", frames == Framing ? FramingPolicy : frames == Framed ? FramedPolicy : Policy),
            new("X-Content-Type-Options", "nosniff"),
            new("Referrer-Policy", "no-referrer"),
            new("Cross-Origin-Resource-Policy", "same-origin"),
        };
        // A sandboxed page may not have an opener policy.
        if (frames != Framed) headers.Add(new("Cross-Origin-Opener-Policy", "same-origin"));
        if (!Has("Cache-Control")) headers.Add(new("Cache-Control", "no-store"));
        if (!Has("X-Robots-Tag")) headers.Add(new("X-Robots-Tag", "noindex, nofollow"));
        if (frames != Framed) headers.Add(new("X-Frame-Options", "DENY"));
        if (request.IsHttps) headers.Add(new("Strict-Transport-Security", "max-age=31536000; includeSubDomains"));
        headers.AddRange(response.Headers.Where(header => header.Key != Frame && header.Value.Length > 0));
        return response with { Headers = headers };

        bool Has(string name) => response.Headers.Any(header => header.Key == name);
    }

    /// <summary>A header of ours between page and this class; it never leaves.</summary>
    public const string Frame = "CrisisFlow-Frame";
    public const string Framing = "framing";
    public const string Framed = "framed";
}
