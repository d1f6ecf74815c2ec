using System.Text.RegularExpressions;

namespace CrisisFlow.Reading.Markup;

/// <summary>
/// Text that its source calls plain. Entities in it are decoded all the same, since nobody writes "&amp;amp;" for
/// readers. What is HTML without doubt is read as HTML, so that no address inside a tag is taken for words.
/// </summary>
internal static partial class PlainText
{
    public static string Read(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return text.Trim();
        if (IsHtml(text))
            return HtmlToText.ToText(text);
        var decoded = Entities.Decode(text);
        return IsHtml(decoded) ? HtmlToText.ToText(decoded) : decoded.Trim();
    }

    /// <summary>
    /// Whether a tag that only HTML has stands in it. "a &lt; b", "&lt;3" and "&lt;b and c&gt;" are none.
    /// </summary>
    public static bool IsHtml(string text) => text.Contains('<') && Tag().IsMatch(text);

    [GeneratedRegex(
        @"<(?:/?(?:br|hr|img|div|span|strong|em|font|ul|ol|li|dl|dt|dd|table|tbody|thead|tr|td|th|blockquote|iframe|"
            + @"script|"
            + @"style|svg|video|audio|figure|figcaption|pre|p|h[1-6]|html|body|head|noscript|picture|center)\s*/?>"
            + @"|/(?:a|b|i|s|u|q|small|big|sub|sup|code|section|article|button|form|label)\s*>"
            + @"|(?:a|abbr|article|b|body|br|blockquote|button|div|em|embed|figure|font|form|h[1-6]|html|hr|i|"
            + @"iframe|img|"
            + @"input|label|li|link|meta|object|ol|p|picture|script|section|small|source|span|strong|style|svg|table|"
            + @"td|"
            + @"th|tr|u|ul|video|audio)[\s/]+[a-z][\w:-]*\s*=|!--)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tag();
}
