using System.Text;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Markup;

/// <summary>
/// Plain text of a piece of HTML: one line per block, blanks collapsed, scripts and styles dropped, pictures by their alternative text
/// (on social platforms that is the emoji). One pass whatever the input; no tree, so nesting costs nothing.
/// </summary>
public static class HtmlToText
{
    public static string Title(DocumentItem item) => item.TitleIsMarkup ? ToText(item.Title) : item.Title.Trim();

    public static string Text(DocumentItem item) => item.TextIsMarkup ? ToText(item.Text) : item.Text.Trim();

    public static string ToText(string? html)
    {
        if (string.IsNullOrEmpty(html)) return "";
        return html.AsSpan().IndexOfAny('<', '&') < 0 ? Collapse(html) : Collapse(Strip(html));
    }

    private static string Strip(string html)
    {
        var text = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var stop = html.AsSpan(at).IndexOfAny('<', '&');
            if (stop < 0) stop = html.Length - at;
            text.Append(html, at, stop);
            at += stop;
            if (at >= html.Length) break;
            at += html[at] == '&' ? Reference(text, html.AsSpan(at)) : Markup(text, html, at);
        }

        return text.ToString();
    }

    private static int Reference(StringBuilder text, ReadOnlySpan<char> rest)
    {
        var used = Entities.Append(text, rest);
        if (used > 0) return used;
        text.Append('&');
        return 1;
    }

    /// <summary>How many characters the markup at <paramref name="at"/> takes; 1 when it is none and a "&lt;" is meant.</summary>
    private static int Markup(StringBuilder text, string html, int at)
    {
        var rest = html.AsSpan(at);
        if (rest.StartsWith("<!--")) return rest[4..].IndexOf("-->") is var end and >= 0 ? end + 7 : rest.Length;
        if (rest.StartsWith("<![CDATA[")) return 9;
        if (rest.Length > 1 && rest[1] is '!' or '?') return rest.IndexOf('>') is var close and >= 0 ? close + 1 : rest.Length;
        var closing = rest.Length > 1 && rest[1] == '/';
        if (rest.Length < 3 || !char.IsAsciiLetter(rest[closing ? 2 : 1]))
        {
            text.Append('<');
            return 1;
        }

        var here = at;
        if (closing) here++;
        var tag = TagScanner.Read(html, ref here, ReadLimits.Default);
        var name = tag.Name.ToLowerInvariant();
        if (name.StartsWith('/')) name = name[1..];
        if (name == "br" || HtmlElements.IsBlock(name)) text.Append('\n');
        else if (name is "td" or "th") text.Append(' ');
        else if (name == "img") Alternative(text, tag);
        if (!closing && !tag.Empty && HtmlElements.IsSilent(name)) here = PastEnd(html, here, name);
        return here - at;
    }

    private static void Alternative(StringBuilder text, Tag tag)
    {
        foreach (var (name, value) in tag.Attributes)
            if (name.Equals("alt", StringComparison.OrdinalIgnoreCase)) text.Append(value);
    }

    private static int PastEnd(string html, int from, string name)
    {
        var at = html.AsSpan(from).IndexOf("</" + name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return html.Length;
        var end = html.AsSpan(from + at).IndexOf('>');
        return end < 0 ? html.Length : from + at + end + 1;
    }

    /// <summary>Blanks to one, lines trimmed, empty lines gone.</summary>
    private static string Collapse(string text)
    {
        if (!NeedsCollapse(text)) return text;
        var result = new StringBuilder(text.Length);
        var pending = '\0';
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\u2028' or '\u2029') pending = '\n';
            else if (char.IsWhiteSpace(c) || c == '\u00a0') pending = pending == '\n' ? '\n' : ' ';
            else if (c < ' ' || c is >= '\u007f' and < '\u00a0') { }
            else
            {
                if (pending != '\0' && result.Length > 0) result.Append(pending);
                pending = '\0';
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static bool NeedsCollapse(string text)
    {
        var blank = true;
        foreach (var c in text)
        {
            if (c < ' ' || c is >= '\u007f' and <= '\u00a0' || (c != ' ' && char.IsWhiteSpace(c))) return true;
            if (c == ' ' && blank) return true;
            blank = c == ' ';
        }

        return blank && text.Length > 0;
    }
}
