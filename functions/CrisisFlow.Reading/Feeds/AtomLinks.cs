using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Feeds;

/// <summary>Which of an element's links is the one to show.</summary>
internal static class AtomLinks
{
    /// <summary>
    /// An alternate that says so and is a page, then any alternate, then one that does not say what it is.
    /// </summary>
    public static string? Site(Element parent, FeedContext context)
    {
        string? page = null,
            alternate = null,
            unnamed = null;
        foreach (var link in All(parent))
        {
            var rel = link.Attribute("rel");
            var address =
                rel is null or "" or "alternate" || rel.EndsWith("/alternate", StringComparison.Ordinal)
                    ? Address(link, context)
                    : null;
            if (address is null)
                continue;
            if (string.IsNullOrEmpty(rel))
                unnamed ??= address;
            else if (link.Attribute("type") is null or "text/html" or "application/xhtml+xml")
                page ??= address;
            else
                alternate ??= address;
        }

        return page ?? alternate ?? unnamed;
    }

    /// <summary>The page with the older entries (RFC 5005).</summary>
    public static string? Next(Element parent, FeedContext context) =>
        All(parent).FirstOrDefault(static link => link.Attribute("rel") == "next") is { } link
            ? Address(link, context)
            : null;

    /// <summary>The address the feed gives as its own; null when it gives none or a relative one.</summary>
    public static Uri? Self(Element parent, FeedContext context) =>
        All(parent).FirstOrDefault(static link => link.Attribute("rel") == "self") is { } link
            ? FeedLinks.Absolute(Address(link, context))
            : null;

    private static IEnumerable<Element> All(Element parent) =>
        parent.Elements.Where(static child => child is { Key: "link", Vocabulary: Vocabulary.Own or Vocabulary.Atom });

    private static string? Address(Element link, FeedContext context) =>
        FeedLinks.Web(link.Attribute("href") ?? link.Text, FeedLinks.BaseOf(link, context.BaseUrl) ?? context.Site);
}
