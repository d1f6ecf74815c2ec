using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Feeds;

/// <summary>Text of RSS elements: escaped, in CDATA, or with the markup written straight into the feed.</summary>
internal static class RssText
{
    public static (string Text, bool Markup) Of(Element element, FeedContext context)
    {
        if (element.Vocabulary == Vocabulary.Atom)
            return AtomText.Of(element, context);
        var text = element.HasElements ? MarkupWriter.Inner(element, escaped: true) : element.Text;
        var plain = element.Attribute("type") is "plain" or "text" or "text/plain";
        return plain ? (text, false) : (RelativeLinks.Resolve(text, FeedLinks.BaseOf(element, context.BaseUrl)), true);
    }

    /// <summary>An address is the text, or the href some write instead.</summary>
    public static string? Address(Element link)
    {
        var text = link.Text;
        return text.Length > 0
            ? text
            : link.Attribute("href") ?? link.Attribute("rdf", "resource") ?? link.Attribute("resource");
    }
}
