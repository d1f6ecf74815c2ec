using CrisisFlow.Settings;

namespace CrisisFlow.Presentation;

/// <summary>Addresses of the site's own pages, below the path of the site's address where it has one.</summary>
/// <remarks>From settings, never from a request.</remarks>
public sealed class SitePaths(SiteSettings site)
{
    /// <summary>Of a site that lies at its host's root.</summary>
    public static readonly SitePaths AtRoot = new(new SiteSettings());

    private const string LinkPrefix = "/l/";

    private readonly string _authority = site.BaseUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>
    /// The path before every other one, for example "/flow"; empty when the site lies at its host's root.
    /// </summary>
    public string Base { get; } = site.BaseUrl.AbsolutePath.TrimEnd('/');

    public string Home => At("/");

    public string Cases => At("/cases");

    public string Warnings => At("/warnings");

    public string Sources => At("/sources");

    public string Silences => At("/silences");

    public string Learning => At("/learning");

    public string Statements => At("/statements");

    public string Feed => At("/statements/feed.atom");

    public string Outbox => At("/outbox");

    public string Style => At("/style.css");

    public string Case(string id) => $"{Cases}/{Uri.EscapeDataString(id)}";

    public string Report(string id) => Case(id) + "/report";

    public string Topic(string id) => $"{Warnings}/{Uri.EscapeDataString(id)}";

    /// <summary>What is being said about a topic.</summary>
    public string Talk(string id) => At($"/topics/{Uri.EscapeDataString(id)}");

    public string Statement(string slug) => $"{Statements}/{Uri.EscapeDataString(slug)}";

    public string TalkTrack(string id) => At($"/talk-track/{Uri.EscapeDataString(id)}");

    public string Mail(string name) => $"{Outbox}/{Uri.EscapeDataString(name)}";

    public string Link(string token) => At(LinkPrefix + token);

    /// <summary>A path of this site with what the base address puts before it.</summary>
    /// <param name="path">Below the base; starts with a slash.</param>
    public string At(string path) => Base + path;

    /// <summary>One of the paths above as the world reaches it.</summary>
    public string Absolute(string path) => _authority + path;

    /// <summary>The path as it may appear in a log, a trace or a metric: without a link's token.</summary>
    public static string Scrub(string path)
    {
        var at = path.IndexOf(LinkPrefix, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? path : path[..(at + LinkPrefix.Length)] + "…";
    }

    /// <summary>What a topic's id can look like; the store is not asked for anything else.</summary>
    public static bool IsTopicId(string id) =>
        id.Length is > 0 and <= 40 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>What a case's id can look like; the store is not asked for anything else.</summary>
    public static bool IsCaseId(string id) =>
        id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
