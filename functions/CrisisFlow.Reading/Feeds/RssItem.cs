using System.Globalization;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Feeds;

/// <summary>
/// One RSS item; where its own words are missing, Dublin Core, Atom, iTunes and Media RSS speak for it.
/// </summary>
internal static class RssItem
{
    public static DocumentItem Read(Element item, int number, string? feedAuthor, FeedContext context)
    {
        Element? title = null,
            titleElse = null,
            content = null,
            summary = null,
            summaryElse = null;
        Element? published = null,
            dated = null,
            updated = null,
            author = null,
            authorElse = null;
        string? id = null,
            idElse = null,
            link = null,
            linkElse = null,
            parent = null,
            permalink = null,
            original = null;
        long comments = 0,
            likes = 0;
        foreach (var child in item.Elements)
        {
            switch (child.Key, child.Vocabulary)
            {
                case ("title", Vocabulary.Own):
                    Keep(ref title, child);
                    break;
                case ("title", Vocabulary.DublinCore or Vocabulary.Atom or Vocabulary.Media or Vocabulary.Itunes):
                    Keep(ref titleElse, child);
                    break;
                case ("link", Vocabulary.Own) when child.Attribute("rel") is null or "alternate":
                    // Of several the last one counts, as other readers have it.
                    link =
                        FeedLinks.Web(RssText.Address(child), FeedLinks.BaseOf(child, context.BaseUrl) ?? context.Site)
                        ?? link;
                    break;
                case ("link", Vocabulary.Atom) when child.Attribute("rel") is null or "alternate":
                    linkElse ??= FeedLinks.Web(
                        child.Attribute("href"),
                        FeedLinks.BaseOf(child, context.BaseUrl) ?? context.Site
                    );
                    break;
                case ("origlink", _):
                    original ??= FeedLinks.Web(child.Text, null);
                    break;
                case ("guid", _):
                    id = Text(child, id);
                    if (
                        !string.Equals(child.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase)
                        && id is not null
                        && FeedLinks.IsWeb(id)
                    )
                        permalink = id;
                    break;
                case ("id", Vocabulary.Own or Vocabulary.Atom) or ("identifier", Vocabulary.DublinCore):
                    idElse ??= Text(child, null);
                    break;
                case ("encoded", _) or ("fullitem", _) or ("body", Vocabulary.Own or Vocabulary.Xhtml):
                    Keep(ref content, child);
                    break;
                case ("content", Vocabulary.Own or Vocabulary.Atom or Vocabulary.Content):
                    Keep(ref content, child);
                    break;
                case ("description", Vocabulary.Own) or ("abstract", Vocabulary.Own):
                    Keep(ref summary, child);
                    break;
                case ("description", Vocabulary.DublinCore or Vocabulary.Media)
                or ("abstract", Vocabulary.DublinCoreTerms):
                    Keep(ref summaryElse, child);
                    break;
                case ("summary", _) or ("subtitle", Vocabulary.Itunes):
                    Keep(ref summaryElse, child);
                    break;
                case ("group", Vocabulary.Media):
                    Keep(ref titleElse, MediaLinks.Word(child, "title"));
                    Keep(ref summaryElse, MediaLinks.Word(child, "description"));
                    break;
                case ("pubdate", _) or ("published", _) or ("issued", _):
                    Keep(ref published, child);
                    break;
                case ("date", _) or ("created", _):
                    Keep(ref dated, child);
                    break;
                case ("updated", _) or ("modified", _) or ("lastmod", _) or ("lastbuilddate", _):
                    Keep(ref updated, child);
                    break;
                case ("author", Vocabulary.Own) or ("creator", Vocabulary.DublinCore):
                    Keep(ref author, child);
                    break;
                case ("author", _) or ("creator", _) or ("publisher", Vocabulary.DublinCore):
                    Keep(ref authorElse, child);
                    break;
                case ("comments", Vocabulary.Slash) or ("total", Vocabulary.Thread):
                    comments = Count(child.Text);
                    break;
                case ("in-reply-to", Vocabulary.Thread):
                    parent ??= child.Attribute("ref");
                    break;
                case ("community" or "statistics", Vocabulary.Media):
                    likes = Likes(child);
                    break;
            }
        }

        var (titleText, titleMarkup) = Read(title ?? titleElse, context);
        var (full, fullMarkup) = Read(content, context);
        var (brief, briefMarkup) = Read(summary ?? summaryElse, context);
        var about = item.Attribute("rdf", "about") ?? item.Attribute("about");
        var relativeTo = FeedLinks.BaseOf(item, context.BaseUrl);
        var (written, at) = (context.Date(published, number), context.Date(dated, number));
        var changed =
            context.Date(updated, number) ?? context.Date(item.Attribute("lastmod"), item.Place, "lastmod", number);
        var text = full.Length > 0 ? full : brief;
        return new(
            id ?? idElse ?? about,
            titleText,
            original
                ?? link
                ?? linkElse
                ?? permalink
                ?? FeedLinks.Web(item.Attribute("href"), relativeTo ?? context.Site)
                ?? (about is not null && FeedLinks.IsWeb(about) ? about : null),
            written ?? at ?? changed,
            changed ?? at,
            Name(author) ?? Name(authorElse) ?? feedAuthor,
            text
        )
        {
            Summary = brief.Length > 0 ? brief : null,
            TitleIsMarkup = titleMarkup,
            TextIsMarkup = full.Length > 0 ? fullMarkup : briefMarkup,
            Media = MediaLinks.Of(item, text, relativeTo),
            Engagement = comments == 0 && likes == 0 ? Engagement.None : new(likes, 0, comments),
            Parent = parent,
        };
    }

    private static (string Text, bool Markup) Read(Element? element, FeedContext context) =>
        element is null ? ("", true) : RssText.Of(element, context);

    private static string? Name(Element? element) => element is null ? null : Persons.Of(element);

    /// <summary>The first that is not empty.</summary>
    private static void Keep(ref Element? held, Element? child)
    {
        if (held is null || held.Nodes.Count == 0)
            held = child ?? held;
    }

    private static string? Text(Element element, string? otherwise)
    {
        var text = element.HasElements ? MarkupWriter.Inner(element, escaped: true) : element.Text;
        return text.Length == 0 ? otherwise : text;
    }

    private static long Likes(Element element)
    {
        if (element.Key == "statistics")
            return Count(element.Attribute("favorites"));
        return element.Elements.Sum(static child =>
            child.Key is "statistics" ? Count(child.Attribute("favorites")) : 0
        );
    }

    private static long Count(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}
