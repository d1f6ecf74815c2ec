using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Polling.Health;

namespace CrisisFlow.Monitoring.Listening;

/// <summary>
/// When sources that tell of a topic could not be read: nothing is concluded from what did not come then.
/// </summary>
public sealed class UnreadTalk(SourceSight sight, BucketStore buckets)
{
    /// <summary>As far back as anything is compared with.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(29);

    /// <summary>A source that told of the topic within this time before is one that tells of it.</summary>
    private static readonly TimeSpan Telling = TimeSpan.FromDays(7);

    public async Task<TalkGaps> OfAsync(
        TopicId topic,
        DateTimeOffset from,
        DateTimeOffset now,
        CancellationToken cancellation = default
    )
    {
        if (!sight.Polls)
            return new TalkGaps([]);
        // A source that failed only the last time is in doubt, and in doubt nothing is concluded.
        var gaps = (await sight.UnreadAsync(from, now, now, cancellation))
            .Concat(await sight.UnreadNowAsync(now, doubtful: true, cancellation))
            .ToList();
        if (gaps.Count == 0)
            return new TalkGaps([]);
        var telling = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // Two days and older are kept by the hour; newer ones by the minute.
        foreach (var (_, bucket) in await buckets.MinutesAsync(topic, now - Telling, now, now, cancellation))
            telling.UnionWith(bucket.Sources);
        return new TalkGaps([.. gaps.Where(gap => telling.Contains(gap.Source))]);
    }
}

/// <summary>Times in which sources of one topic could not be read.</summary>
public sealed class TalkGaps(IReadOnlyList<UnreadSpan> gaps)
{
    public bool WereRead(DateTimeOffset from, DateTimeOffset until) => !gaps.Any(gap => Touches(gap, from, until));

    /// <summary>
    /// Whether something is missing in either of two windows. What is missing in the whole of both makes neither of
    /// them less than the other.
    /// </summary>
    public (bool First, bool Second) Between(
        DateTimeOffset from,
        DateTimeOffset until,
        DateTimeOffset then,
        DateTimeOffset end
    )
    {
        var missed = gaps.GroupBy(gap => gap.Source, StringComparer.OrdinalIgnoreCase)
            .Where(source => !source.Any(gap => gap.From <= from && gap.Until >= end))
            .SelectMany(source => source)
            .ToList();
        return (missed.Exists(gap => Touches(gap, from, until)), missed.Exists(gap => Touches(gap, then, end)));
    }

    private static bool Touches(UnreadSpan gap, DateTimeOffset from, DateTimeOffset until) =>
        gap.From < until && gap.Until > from;
}
