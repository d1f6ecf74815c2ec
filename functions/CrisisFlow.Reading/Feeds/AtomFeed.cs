using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Feeds;

/// <summary>Atom 0.3 and 1.0; a lone entry is a feed of one.</summary>
internal static class AtomFeed
{
    public static Document Read(Element root, ProblemList problems)
    {
        var context = new FeedContext(problems);
        context.Language ??= root.Attribute("xml", "lang");
        var entries =
            root.Key == "entry" ? [root] : root.Elements.Where(static child => child.Key is "entry" or "item").ToList();
        string? title = null,
            author = null,
            authorElse = null;
        foreach (var child in root.Key == "entry" ? [] : root.Elements)
        {
            if (child.Vocabulary is not (Vocabulary.Own or Vocabulary.Atom or Vocabulary.DublinCore))
                continue;
            if (child.Key == "title" && AtomText.Of(child, context).Text is { Length: > 0 } text)
                title ??= text;
            if (child.Key is "author" && child.Vocabulary is not Vocabulary.DublinCore)
                author = Persons.Join(author, Persons.Of(child));
            else if (child.Key is "author" or "creator")
                authorElse = Persons.Join(authorElse, Persons.Of(child));
        }

        context.Site = AtomLinks.Self(root, context);
        var link = root.Key == "entry" ? null : AtomLinks.Site(root, context);
        context.Site = FeedLinks.Absolute(link) ?? context.Site;
        var items = new List<DocumentItem>(entries.Count);
        foreach (var entry in context.Take(entries))
            items.Add(AtomEntry.Read(entry, items.Count + 1, author ?? authorElse, context));
        return new(DocumentKind.Atom, title, link, items, problems.All)
        {
            Language = context.Language,
            Next = AtomLinks.Next(root, context),
        };
    }
}
