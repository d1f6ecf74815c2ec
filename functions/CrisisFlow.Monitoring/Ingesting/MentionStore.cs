using System.Runtime.CompilerServices;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>Reads mentions back.</summary>
public sealed class MentionStore(IEntityStore store)
{
    /// <summary>
    /// A topic's mentions by the hour of the time that counts, hours ascending; within an hour in order of their ids.
    /// One scan an hour.
    /// </summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="take">The most to read; null = all.</param>
    public async IAsyncEnumerable<ScoredMention> ReadAsync(
        TopicId topic,
        DateTimeOffset from,
        DateTimeOffset to,
        int? take = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var left = take ?? int.MaxValue;
        for (var hour = MentionTables.HourOf(from); hour < to; hour += TimeSpan.FromHours(1))
            await foreach (
                var row in store.ScanAsync(
                    MentionTables.Mentions,
                    MentionTables.Partition(topic, hour),
                    RowRange.Prefix(MentionTables.MentionPrefix),
                    null,
                    cancellation
                )
            )
            {
                var scored = Read(row);
                if (scored.Mention.At < from || scored.Mention.At >= to)
                    continue;
                yield return scored;
                if (--left == 0)
                    yield break;
            }
    }

    internal static ScoredMention Read(Entity row)
    {
        var p = row.Properties;
        var mention = new Mention
        {
            Id = new MentionId(row.Key.Row[MentionTables.MentionPrefix.Length..]),
            Source = p.Text("source") ?? "",
            Category = Enum.TryParse<SourceCategory>(p.Text("category"), out var category)
                ? category
                : SourceCategory.News,
            ExternalId = p.Text("externalId"),
            Title = p.Text("title") ?? "",
            Text = p.Text("text") ?? "",
            Url = p.Text("url"),
            Author = p.Text("author"),
            Followers = p.Number("followers"),
            Published = p.Time("published"),
            Seen = p.Time("seen") ?? p.Time("at") ?? default,
            Rank = (int?)p.Number("rank"),
            Engagement = new Engagement(p.Number("likes") ?? 0, p.Number("reposts") ?? 0, p.Number("comments") ?? 0),
            Parent = p.Text("parent"),
        };
        var sentiment = Enum.TryParse<Sentiment>(p.Text("sentiment"), out var tone) ? tone : Sentiment.Neutral;
        // A category of a later version is left out rather than refused.
        var risks = (p.Text("risks") ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(static name => Enum.TryParse<RiskCategory>(name, out var risk) ? risk : (RiskCategory?)null)
            .OfType<RiskCategory>()
            .ToArray();
        return new ScoredMention(
            mention,
            new SentimentScore(sentiment, p.Real("score") ?? 0, []),
            new RiskScore(p.Real("severity") ?? 0, risks, []),
            unchecked((ulong)(p.Number("story") ?? 0))
        );
    }
}
