using System.Globalization;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Feeds;

/// <summary>One Atom entry.</summary>
internal static class AtomEntry
{
    public static DocumentItem Read(Element entry, int number, string? feedAuthor, FeedContext context)
    {
        Element? title = null,
            content = null,
            summary = null,
            summaryElse = null,
            published = null,
            updated = null;
        string? id = null,
            author = null,
            authorElse = null,
            sourceAuthor = null,
            parent = null,
            original = null;
        long comments = 0;
        foreach (var child in entry.Elements)
        {
            switch (child.Key, child.Vocabulary)
            {
                case ("title", Vocabulary.Own or Vocabulary.Atom):
                    title ??= child;
                    break;
                case ("id", Vocabulary.Own or Vocabulary.Atom) or ("guid", _):
                    id ??= Id(child, context);
                    break;
                case ("content", Vocabulary.Own or Vocabulary.Atom) or ("encoded", _):
                    content ??= child;
                    break;
                case ("summary", Vocabulary.Own or Vocabulary.Atom):
                    summary ??= child;
                    break;
                case ("group", Vocabulary.Media):
                    summaryElse ??= MediaLinks.Word(child, "description");
                    break;
                case ("description", _) or ("summary", _):
                    summaryElse ??= child;
                    break;
                case ("published" or "issued" or "pubdate", _):
                    published ??= child;
                    break;
                case ("created" or "date", _):
                    published ??= child;
                    break;
                case ("updated" or "modified", _):
                    updated ??= child;
                    break;
                case ("author", Vocabulary.Own or Vocabulary.Atom):
                    author = Persons.Join(author, Persons.Of(child));
                    break;
                case ("author", _) or ("creator", Vocabulary.DublinCore):
                    authorElse = Persons.Join(authorElse, Persons.Of(child));
                    break;
                case ("source", Vocabulary.Own or Vocabulary.Atom):
                    sourceAuthor ??= child.Elements.FirstOrDefault(static inner => inner.Key == "author") is { } who
                        ? Persons.Of(who)
                        : null;
                    break;
                case ("origlink", _):
                    original ??= FeedLinks.Web(child.Text, null);
                    break;
                case ("total", Vocabulary.Thread):
                    _ = long.TryParse(child.Text, NumberStyles.None, CultureInfo.InvariantCulture, out comments);
                    break;
                case ("in-reply-to", Vocabulary.Thread):
                    parent ??= child.Attribute("ref");
                    break;
            }
        }

        var (titleText, titleMarkup) = AtomText.Of(title, context);
        var (full, fullMarkup) = AtomText.Of(content, context);
        var (brief, briefMarkup) = AtomText.Of(summary ?? summaryElse, context);
        var relativeTo = FeedLinks.BaseOf(entry, context.BaseUrl);
        var changed = context.Date(updated, number);
        var text = full.Length > 0 ? full : brief;
        return new(
            id,
            titleText,
            original
                ?? AtomLinks.Site(entry, context)
                ?? FeedLinks.Web(content?.Attribute("src"), relativeTo)
                ?? (id is not null && FeedLinks.IsWeb(id) ? FeedLinks.Web(id, null) : null),
            context.Date(published, number) ?? changed,
            changed,
            author ?? authorElse ?? sourceAuthor ?? feedAuthor,
            text
        )
        {
            Summary = brief.Length > 0 ? brief : null,
            TitleIsMarkup = titleMarkup,
            TextIsMarkup = full.Length > 0 ? fullMarkup : briefMarkup,
            Media = MediaLinks.Of(entry, text, relativeTo),
            Engagement = comments == 0 ? Engagement.None : new(0, 0, comments),
            Parent = parent,
        };
    }

    /// <summary>An id is an address and may be relative to an xml:base like any other.</summary>
    private static string? Id(Element element, FeedContext context)
    {
        var text = element.Text;
        if (text.Length == 0)
            return null;
        var given = FeedLinks.BaseOf(element, null);
        return given is null || FeedLinks.HasScheme(text) ? text : FeedLinks.Web(text, given) ?? text;
    }
}
