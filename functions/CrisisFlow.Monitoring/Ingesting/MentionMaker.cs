using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>Makes mentions of a source's items: plain text, stable id, the time it claims if that can be.</summary>
internal static class MentionMaker
{
    /// <summary>A clock may be this far ahead of ours.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Earlier dates are a source's mistake, such as 1970.</summary>
    private const int FirstYear = 2000;

    /// <summary>
    /// The time of what was there before anybody looked and has no date: too old for anything to count it.
    /// </summary>
    private static readonly DateTimeOffset LongAgo = new(FirstYear, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int NameLimit = 500;
    private const int UrlLimit = 2_000;

    /// <summary>The time an item claims; null when it claims none or an impossible one.</summary>
    public static DateTimeOffset? Claimed(DocumentItem item) =>
        (item.Published ?? item.Updated) is { Year: >= FirstYear } at ? at : null;

    /// <param name="address">The item's own, by <see cref="OwnAddresses"/>; null when it has none.</param>
    public static Mention Make(
        string source,
        SourceCategory category,
        DocumentItem item,
        ItemText said,
        string? address,
        DateTimeOffset now
    )
    {
        var published = Claimed(item) is { } at && at <= now + Ahead ? at : (DateTimeOffset?)null;
        // A hot list shows what is told now, whenever it is looked at.
        if (published is null && item.ShownBefore == true && category != SourceCategory.HotList)
            published = LongAgo;
        return new Mention
        {
            // A link that several items share tells none of them from the others.
            Id = StableId.OfMention(
                source,
                item.Id,
                address is null ? null : item.Link,
                said.Title,
                said.Text,
                item.Author
            ),
            Source = source,
            Category = category,
            ExternalId = Short(item.Id),
            Title = said.Title,
            Text = said.Text,
            Url = item.Link is { Length: <= UrlLimit } ? item.Link : null,
            Address = address,
            Author = Short(item.Author is { } author ? TextFolding.Normalize(author) : null),
            Followers = item.Followers is >= 0 ? item.Followers : null,
            Published = published,
            // A believed clock that is ahead moves the moment of seeing, so that published stays the time that counts.
            Seen = published > now ? published.Value : now,
            Rank = item.Rank is > 0 ? item.Rank : null,
            Engagement = item.Engagement,
            Parent = Short(item.Parent),
        };
    }

    private static string? Short(string? name) => name is null ? null : TextCut.To(name, NameLimit);
}
