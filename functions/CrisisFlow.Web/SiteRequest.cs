using CrisisFlow.Presentation;

namespace CrisisFlow.Web;

/// <summary>A request as a host hands it over. The host translates; it decides nothing but whether the caller is trusted.</summary>
/// <param name="Method">As sent, for example GET.</param>
/// <param name="Path">Percent-decoded once, starting with a slash.</param>
/// <param name="QueryString">As sent, with or without the question mark.</param>
public sealed record SiteRequest(string Method, string Path, string QueryString = "")
{
    public Stream Body { get; init; } = Stream.Null;

    public string? ContentType { get; init; }

    public string? ContentEncoding { get; init; }

    public string? AcceptLanguage { get; init; }

    /// <summary>The Authorization header.</summary>
    public string? Authorization { get; init; }

    /// <summary>The X-Api-Key header.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The Origin header.</summary>
    public string? Origin { get; init; }

    /// <summary>The Sec-Fetch-Site header.</summary>
    public string? FetchSite { get; init; }

    /// <summary>The If-None-Match header.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>A hash of the remote address, for rate limits and records; never the address itself.</summary>
    public string Caller { get; init; } = "";

    /// <summary>The host admitted the caller to the team's pages: it came over loopback, or with the host's key.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>The request came over TLS, at the latest at the proxy in front.</summary>
    public bool IsHttps { get; init; }

    /// <summary>The path as it may stand in a log: no token.</summary>
    public string LogPath => SitePaths.Scrub(Path);
}
