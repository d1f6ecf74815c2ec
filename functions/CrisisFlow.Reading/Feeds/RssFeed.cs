using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Feeds;

/// <summary>RSS 0.9x, 1.0 (RDF) and 2.0, and CDF: items inside or beside the channel.</summary>
internal static class RssFeed
{
    public static Document Read(Element root, ProblemList problems)
    {
        var context = new FeedContext(problems);
        var channel =
            root.Key == "channel" ? root : root.Elements.FirstOrDefault(static child => child.Key == "channel") ?? root;
        context.Site = AtomLinks.Self(channel, context);
        string? title = null,
            otherTitle = null,
            link = null,
            otherLink = null,
            language = null,
            author = null;
        foreach (var child in channel.Elements)
        {
            switch (child.Key, child.Vocabulary)
            {
                case ("title", Vocabulary.Own):
                    title = Better(title, RssText.Of(child, context).Text);
                    break;
                case ("title", Vocabulary.DublinCore or Vocabulary.Atom):
                    otherTitle ??= Better(null, child.Text);
                    break;
                case ("link", Vocabulary.Own):
                    link ??= FeedLinks.Web(
                        RssText.Address(child),
                        FeedLinks.BaseOf(child, context.BaseUrl) ?? context.Site
                    );
                    break;
                case ("link", Vocabulary.Atom) when child.Attribute("rel") is null or "alternate":
                    otherLink ??= FeedLinks.Web(
                        child.Attribute("href"),
                        FeedLinks.BaseOf(child, context.BaseUrl) ?? context.Site
                    );
                    break;
                case ("creator", Vocabulary.DublinCore) or ("author", Vocabulary.Itunes or Vocabulary.Atom):
                    author ??= Persons.Of(child);
                    break;
                case ("language", _):
                    language ??= Better(null, child.Text);
                    break;
            }
        }

        context.Language = problems.Options.Language ?? language ?? root.Attribute("xml", "lang");
        // CDF, the oldest of all, has its links in attributes.
        otherLink ??= FeedLinks.Web(channel.Attribute("href"), FeedLinks.BaseOf(channel, context.BaseUrl));
        context.Site = FeedLinks.Absolute(link ?? otherLink) ?? context.Site;
        var items = new List<Element>();
        Collect(root, items, 0);
        var read = new List<DocumentItem>(items.Count);
        foreach (var item in context.Take(items))
            read.Add(RssItem.Read(item, read.Count + 1, author, context));
        return new(DocumentKind.Rss, title ?? otherTitle, link ?? otherLink, read, problems.All)
        {
            Language = context.Language,
        };
    }

    private static string? Better(string? held, string given) => held ?? (given.Length == 0 ? null : given);

    private static void Collect(Element parent, List<Element> items, int depth)
    {
        foreach (var child in parent.Elements)
        {
            if (Unclosed.IsItem(child.Key) && child.Vocabulary != Vocabulary.Xhtml)
                items.Add(child);
            else if (depth < 2 && child.Key is "channel" or "items" or "rss" or "rdf")
                Collect(child, items, depth + 1);
        }
    }
}
