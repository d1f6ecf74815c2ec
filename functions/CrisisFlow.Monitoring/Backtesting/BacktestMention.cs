using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Monitoring.Backtesting;

/// <summary>An archive's item as a mention: seen when it was published, since the archive knows no other time.</summary>
internal static class BacktestMention
{
    public static Mention Of(DocumentItem item, DateTimeOffset at, BacktestRequest request)
    {
        var source = item.Source ?? request.Source;
        var title = TextFolding.Normalize(item.Title);
        var text = TextFolding.Normalize(item.Text);
        return new Mention
        {
            Id = StableId.OfMention(source, item.Id, item.Link, title, text, item.Author),
            Source = source,
            Category = request.Category,
            ExternalId = item.Id,
            Title = title,
            Text = text,
            Url = item.Link,
            Author = item.Author,
            Followers = item.Followers,
            Published = at,
            Seen = at,
            Rank = item.Rank,
            Engagement = item.Engagement,
            Parent = item.Parent,
        };
    }
}
