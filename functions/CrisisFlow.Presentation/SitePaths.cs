using CrisisFlow.Settings;

namespace CrisisFlow.Presentation;

/// <summary>The site's own addresses, all relative to its root.</summary>
public static class SitePaths
{
    public const string Home = "/";
    public const string Cases = "/cases";
    public const string Warnings = "/warnings";
    public const string Sources = "/sources";
    public const string Silences = "/silences";
    public const string Learning = "/learning";
    public const string Statements = "/statements";
    public const string Feed = "/statements/feed.atom";
    public const string Outbox = "/outbox";
    public const string Health = "/health";
    public const string Mentions = "/mentions";
    public const string Style = "/style.css";

    private const string LinkPrefix = "/l/";

    public static string Case(string id) => $"{Cases}/{Uri.EscapeDataString(id)}";

    public static string Report(string id) => Case(id) + "/report";

    public static string Topic(string id) => $"{Warnings}/{Uri.EscapeDataString(id)}";

    /// <summary>What is being said of a topic.</summary>
    public static string Talk(string id) => $"/topics/{Uri.EscapeDataString(id)}";

    public static string Statement(string slug) => $"{Statements}/{Uri.EscapeDataString(slug)}";

    public static string TalkTrack(string id) => $"/talk-track/{Uri.EscapeDataString(id)}";

    public static string Mail(string name) => $"{Outbox}/{Uri.EscapeDataString(name)}";

    public static string Link(string token) => LinkPrefix + token;

    /// <summary>A path of this site as the world reaches it: from settings, never from a request.</summary>
    public static string Absolute(SiteSettings site, string path) => site.BaseUrl.AbsoluteUri.TrimEnd('/') + path;

    /// <summary>The path as it may stand in a log, a trace or a metric: a link's token is left out.</summary>
    public static string Scrub(string path)
    {
        var at = path.IndexOf(LinkPrefix, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? path : path[..(at + LinkPrefix.Length)] + "…";
    }

    /// <summary>What a case's id can look like; anything else is not asked of the store.</summary>
    public static bool IsCaseId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Segments of a request's path; null when the path is one that no page of ours has and no honest browser asks for.</summary>
    public static string[]? Split(string path)
    {
        if (path.Length is 0 or > 1_024 || path[0] != '/') return null;
        foreach (var c in path)
            if (c < ' ' || c is '\\' or '%' or ';' or '\u007f') return null;
        var segments = path[1..].Split('/');
        if (segments.Length > 1 && segments[^1].Length == 0) segments = segments[..^1];
        return segments.Any(segment => segment is "." or "..") || (segments.Length > 1 && segments.Any(segment => segment.Length == 0)) ? null : segments;
    }
}
