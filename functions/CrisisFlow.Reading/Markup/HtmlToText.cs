using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Markup;

/// <summary>
/// Plain text of a piece of HTML: one line per block, blanks collapsed, scripts and styles dropped, pictures by their
/// alternative text (on social platforms that is the emoji).
/// </summary>
public static class HtmlToText
{
    private const string CDataStart = "<![CDATA[";

    public static string Title(DocumentItem item) =>
        item.TitleIsMarkup ? ToText(item.Title) : PlainText.Read(item.Title);

    public static string Text(DocumentItem item) => item.TextIsMarkup ? ToText(item.Text) : PlainText.Read(item.Text);

    public static string ToText(string? html)
    {
        if (string.IsNullOrEmpty(html))
            return "";
        return IsPlain(html) ? TextLines.Tidy(html) : HtmlTextReader.Read(WithoutCData(html));
    }

    /// <summary>A "&lt;" is markup only before a letter, "/", "!" or "?"; anywhere else it means itself.</summary>
    private static bool IsPlain(ReadOnlySpan<char> html)
    {
        while (html.IndexOfAny('<', '&') is var at and >= 0)
        {
            if (html[at] == '&')
                return false;
            html = html[(at + 1)..];
            if (html.Length > 0 && (char.IsAsciiLetter(html[0]) || html[0] is '/' or '!' or '?'))
                return false;
        }

        return true;
    }

    /// <summary>HTML has no CDATA sections. In a feed that was escaped twice they are wrapping around HTML.</summary>
    private static string WithoutCData(string html) =>
        html.Contains(CDataStart, StringComparison.Ordinal)
            ? html.Replace(CDataStart, "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal)
            : html;
}
