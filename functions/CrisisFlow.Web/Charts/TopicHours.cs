using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Presentation.Charts;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Charts;

/// <summary>What the charts of a topic are drawn from: mentions and the risk index by the hour.</summary>
internal sealed class TopicHours(
    BucketStore buckets,
    RiskIndexStore index,
    CrisisFlowSettings settings,
    TimeProvider time
)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Threshold to enter of each level.</summary>
    public IReadOnlyDictionary<Level, double> Limits =>
        new Dictionary<Level, double>
        {
            [Level.Blue] = settings.Warnings.EnterBlue,
            [Level.Yellow] = settings.Warnings.EnterYellow,
            [Level.Orange] = settings.Warnings.EnterOrange,
            [Level.Red] = settings.Warnings.EnterRed,
        };

    /// <summary>From the first hour to the last, both included; empty where nothing is stored.</summary>
    public async Task<IReadOnlyList<HourPoint>> ReadAsync(
        string topic,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    )
    {
        var id = new TopicId(topic);
        var (first, last) = (MentionTables.HourOf(from), MentionTables.HourOf(until));
        var indexes = await index.ReadAsync(id, first, last, cancellation);
        var minutes = await buckets.MinutesAsync(id, first, last + Hour, time.GetUtcNow(), cancellation);
        var byHour = minutes.ToLookup(minute => MentionTables.HourOf(minute.Minute), minute => minute.Bucket);
        var points = new List<HourPoint>();
        for (var hour = first; hour <= last; hour += Hour)
        {
            var (mentions, negative) = (
                byHour[hour].Sum(b => (long)b.Mentions),
                byHour[hour].Sum(b => (long)b.Negative)
            );
            points.Add(
                new HourPoint(hour, mentions, negative, indexes.TryGetValue(hour, out var value) ? value : null)
            );
        }

        return points;
    }
}
