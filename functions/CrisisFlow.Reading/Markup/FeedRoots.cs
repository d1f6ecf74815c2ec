using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Markup;

/// <summary>Recognises a feed by its outermost element.</summary>
internal static class FeedRoots
{
    public static bool IsOne(Element element) => KindOf(element) != DocumentKind.Unknown;

    public static DocumentKind KindOf(Element element) =>
        element.Key switch
        {
            "rss" or "rdf" or "channel" => DocumentKind.Rss,
            "feed" or "entry" => DocumentKind.Atom,
            _ => DocumentKind.Unknown,
        };

    /// <summary>The feed's element, at most three levels below what came first; null when there is none.</summary>
    public static Element? Find(Element root, int depth = 0)
    {
        if (IsOne(root))
            return root;
        if (depth == 3 || root.Key == "html")
            return null;
        foreach (var child in root.Elements)
            if (Find(child, depth + 1) is { } found)
                return found;
        return null;
    }
}
