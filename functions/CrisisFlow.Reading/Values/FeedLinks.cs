using CrisisFlow.Reading.Markup;

namespace CrisisFlow.Reading.Values;

/// <summary>Relative and absolute addresses.</summary>
internal static class FeedLinks
{
    /// <summary>
    /// The base that holds inside the element: its own xml:base over those around it over the document's address.
    /// </summary>
    public static Uri? BaseOf(Element element, Uri? document)
    {
        List<string>? chain = null;
        for (var at = element; at is not null; at = at.Parent)
            if (at.Attribute("xml", "base") is { Length: > 0 } given)
                (chain ??= []).Add(given);
        if (chain is null)
            return document;
        var result = document;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            if (Uri.TryCreate(chain[i], UriKind.Absolute, out var absolute) && IsWeb(absolute))
                result = absolute;
            else if (result is not null && Uri.TryCreate(result, chain[i], out var joined))
                result = joined;
        }

        return result;
    }

    /// <summary>An http or https address, absolute and as written where possible; null for anything else.</summary>
    public static string? Web(string? given, Uri? relativeTo)
    {
        var link = Clean(given);
        if (link.Length is 0 or > 8192)
            return null;
        if (relativeTo is null && link.StartsWith("//", StringComparison.Ordinal))
            link = "https:" + link;
        if (HasScheme(link))
            return Absolute(link) is { } absolute && IsWeb(absolute) ? link : null;
        return relativeTo is not null && Uri.TryCreate(relativeTo, link, out var joined) && IsWeb(joined)
            ? joined.AbsoluteUri
            : null;
    }

    public static Uri? Absolute(string? given) =>
        given is not null && Uri.TryCreate(given, UriKind.Absolute, out var uri) && IsWeb(uri) ? uri : null;

    public static bool IsWeb(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>"name:" in front, so not relative to anything.</summary>
    public static bool HasScheme(ReadOnlySpan<char> link)
    {
        for (var i = 0; i < link.Length; i++)
        {
            if (link[i] == ':')
                return i > 0;
            if (!char.IsAsciiLetterOrDigit(link[i]) && link[i] is not ('+' or '-' or '.'))
                return false;
        }

        return false;
    }

    private static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;

    /// <summary>Browsers drop tabs and line ends inside an address, so "java\nscript:" is a scheme to them.</summary>
    private static string Clean(string? given)
    {
        if (given is null)
            return "";
        var link = given.Trim();
        return link.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 ? link : string.Concat(link.Where(c => c >= ' '));
    }
}
