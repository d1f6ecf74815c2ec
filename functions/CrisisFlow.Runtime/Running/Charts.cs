using CrisisFlow.Core.Monitoring;
using CrisisFlow.Core.Warnings;
using CrisisFlow.Runtime.Ingesting;
using CrisisFlow.Runtime.Pages.Charts;
using CrisisFlow.Runtime.Settings;
using CrisisFlow.Runtime.Warning;

namespace CrisisFlow.Runtime.Running;

/// <summary>What the charts of a case are drawn from: mentions by the hour and the risk index.</summary>
internal sealed class Charts(BucketStore buckets, IndexTable index, CrisisFlowSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public Pages.Cases.TopicHistory ForPages() => new(
        ReadAsync,
        new Dictionary<Level, double> { [Level.Blue] = settings.Warnings.EnterBlue, [Level.Yellow] = settings.Warnings.EnterYellow, [Level.Orange] = settings.Warnings.EnterOrange, [Level.Red] = settings.Warnings.EnterRed });

    private async Task<IReadOnlyList<HourPoint>> ReadAsync(string topic, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        var (first, last) = (MentionTables.HourOf(from), MentionTables.HourOf(until));
        var indexes = await index.ReadAsync(new TopicId(topic), first, last, cancellation);
        var counts = (await buckets.MinutesAsync(new TopicId(topic), first, last + Hour, time.GetUtcNow(), cancellation))
            .GroupBy(m => MentionTables.HourOf(m.Minute)).ToDictionary(g => g.Key, g => (Mentions: g.Sum(m => (long)m.Bucket.Mentions), Negative: g.Sum(m => (long)m.Bucket.Negative)));
        var points = new List<HourPoint>();
        for (var hour = first; hour <= last; hour += Hour)
        {
            var (mentions, negative) = counts.GetValueOrDefault(hour);
            points.Add(new HourPoint(hour, mentions, negative, indexes.TryGetValue(hour, out var value) ? value : null));
        }

        return points;
    }
}
