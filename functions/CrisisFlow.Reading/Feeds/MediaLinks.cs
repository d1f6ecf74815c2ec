using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Feeds;

/// <summary>
/// Pictures, sound and films of an item: enclosures, media:content, media:thumbnail, also inside media:group.
/// </summary>
internal static class MediaLinks
{
    private const int Most = 32;

    public static IReadOnlyList<ItemMedia> Of(Element item, string text, Uri? relativeTo)
    {
        List<ItemMedia>? found = null;
        Collect(item, relativeTo, ref found, 0);
        if (found is null)
            return [];
        found.RemoveAll(media => text.Contains(media.Url, StringComparison.Ordinal));
        return found;
    }

    /// <summary>The first media:title or media:description inside a group; null when there is none.</summary>
    public static Element? Word(Element group, string key) =>
        group.Elements.FirstOrDefault(child => child.Vocabulary == Vocabulary.Media && child.Key == key);

    private static void Collect(Element parent, Uri? relativeTo, ref List<ItemMedia>? found, int depth)
    {
        foreach (var element in parent.Elements)
        {
            if (element.Key == "enclosure")
                Add(element.Attribute("url"), element, null, relativeTo, ref found);
            else if (element.Key == "link" && element.Attribute("rel") == "enclosure")
                Add(element.Attribute("href"), element, null, relativeTo, ref found);
            else if (element.Vocabulary == Vocabulary.Media && element.Key == "thumbnail")
                Add(element.Attribute("url"), element, "image", relativeTo, ref found);
            else if (element.Vocabulary == Vocabulary.Media && element.Key is "content" or "group")
            {
                if (element.Key == "content")
                    Add(element.Attribute("url"), element, null, relativeTo, ref found);
                if (depth < 3)
                    Collect(element, relativeTo, ref found, depth + 1);
            }
        }
    }

    private static void Add(string? url, Element element, string? type, Uri? relativeTo, ref List<ItemMedia>? found)
    {
        if (FeedLinks.Web(url, relativeTo) is not { } address)
            return;
        type ??= TypeOf(element.Attribute("type")) ?? TypeOf(element.Attribute("medium"));
        if (type is null || found?.Count >= Most || found?.Exists(media => media.Url == address) == true)
            return;
        var description = element
            .Elements.FirstOrDefault(static child => child is { Vocabulary: Vocabulary.Media, Key: "description" })
            ?.Text;
        (found ??= []).Add(new(address, type, description));
    }

    private static string? TypeOf(string? mime)
    {
        if (mime is null)
            return null;
        foreach (var type in new[] { "image", "audio", "video" })
            if (mime.StartsWith(type, StringComparison.OrdinalIgnoreCase))
                return type;
        return null;
    }
}
