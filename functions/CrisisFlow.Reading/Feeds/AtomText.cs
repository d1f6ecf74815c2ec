using System.Text.Unicode;
using CrisisFlow.Reading.Decoding;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Feeds;

/// <summary>Text constructs and contents of Atom 0.3 and 1.0: text, html, xhtml, other XML, base64.</summary>
internal static class AtomText
{
    public static (string Text, bool Markup) Of(Element? element, FeedContext context)
    {
        if (element is null)
            return ("", true);
        var type = (element.Attribute("type") ?? "").ToLowerInvariant();
        var mode = (element.Attribute("mode") ?? "").ToLowerInvariant();
        if ((mode == "base64" || IsBinary(type, mode)) && FromBase64(element.Text) is { } decoded)
            return type is "text" or "text/plain"
                ? (decoded, false)
                : (RelativeLinks.Resolve(decoded, FeedLinks.BaseOf(element, context.BaseUrl)), true);
        if (element.HasElements || (IsXml(type) && mode != "escaped" && type != "xhtml"))
            return (
                RelativeLinks.Resolve(
                    Unwrap(element, escaped: type is "html" or "text/html" || mode == "escaped"),
                    FeedLinks.BaseOf(element, context.BaseUrl)
                ),
                true
            );
        if (type is "text" or "text/plain" && mode != "escaped")
            return (element.Text, false);
        return (RelativeLinks.Resolve(element.Text, FeedLinks.BaseOf(element, context.BaseUrl)), true);
    }

    private static bool IsXml(string type) =>
        type == "xhtml"
        || type.EndsWith("+xml", StringComparison.Ordinal)
        || type.EndsWith("/xml", StringComparison.Ordinal);

    private static bool IsBinary(string type, string mode) =>
        mode.Length == 0 && type.Contains('/') && !IsXml(type) && !type.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>
    /// The div around a text belongs to the envelope when it is all there is; in HTML blanks around it do not matter.
    /// </summary>
    private static string Unwrap(Element element, bool escaped)
    {
        if (IsEmpty(element))
            return "";
        Element? div = null;
        foreach (var node in element.Nodes)
        {
            if (node.Element is { Key: "div" } found && div is null)
                div = found;
            else if (node.Element is not null || !escaped || !string.IsNullOrWhiteSpace(node.Text))
                return MarkupWriter.Inner(element, escaped);
        }

        return MarkupWriter.Inner(div ?? element, escaped);
    }

    /// <summary>An empty div, or an element with nothing but blanks.</summary>
    private static bool IsEmpty(Element element) =>
        element.Elements.All(static child => child.Key == "div" && !child.HasElements)
        && string.IsNullOrWhiteSpace(MarkupWriter.Text(element));

    private static string? FromBase64(string text)
    {
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || !Utf8.IsValid(bytes.AsSpan(0, length)))
            return null;
        return XmlCharacters.Clean(Charsets.Utf8.GetString(bytes, 0, length)).Trim();
    }
}
