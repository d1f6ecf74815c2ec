using System.Text;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Feeds;

/// <summary>Makes the links in a piece of HTML absolute and changes nothing else of it.</summary>
internal static class RelativeLinks
{
    private static readonly string[] Names = ["href", "src", "action", "cite", "poster", "longdesc"];

    public static string Resolve(string html, Uri? relativeTo)
    {
        if (relativeTo is null || !html.Contains('<') || !html.Contains('='))
            return html;
        StringBuilder? result = null;
        var (from, at) = (0, 0);
        while (html.AsSpan(at).IndexOf('<') is var open and >= 0)
        {
            at += open + 1;
            while (NextAttribute(html, ref at) is { } attribute)
            {
                var value = html.AsSpan(attribute.Start, attribute.Length).Trim();
                if (!attribute.IsLink || value.IsEmpty || value[0] == '#' || FeedLinks.HasScheme(value))
                    continue;
                if (!Uri.TryCreate(relativeTo, Entities.Decode(value.ToString()), out var joined))
                    continue;
                (result ??= new StringBuilder())
                    .Append(html, from, attribute.Start - from)
                    .Append(joined.AbsoluteUri.Replace("&", "&amp;", StringComparison.Ordinal));
                from = attribute.Start + attribute.Length;
            }
        }

        return result is null ? html : result.Append(html, from, html.Length - from).ToString();
    }

    /// <summary>The next quoted value of the tag <paramref name="at"/> stands in; null at the tag's end.</summary>
    private static (int Start, int Length, bool IsLink)? NextAttribute(string html, ref int at)
    {
        var span = html.AsSpan();
        var stop = span[at..].IndexOfAny("=><");
        if (stop < 0)
        {
            at = html.Length;
            return null;
        }

        at += stop;
        if (html[at] != '=')
            return null;
        var name = span[..at].TrimEnd();
        name = name[(name.LastIndexOfAny(" \t\r\n\"'<") + 1)..];
        at++;
        while (at < html.Length && char.IsWhiteSpace(html[at]))
            at++;
        if (at >= html.Length || html[at] is not ('"' or '\''))
            return (at, 0, false);
        var close = span[(at + 1)..].IndexOf(html[at]);
        if (close < 0)
        {
            at = html.Length;
            return null;
        }

        var start = at + 1;
        at = start + close + 1;
        return (start, close, IsLink(name));
    }

    private static bool IsLink(ReadOnlySpan<char> name)
    {
        foreach (var known in Names)
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
