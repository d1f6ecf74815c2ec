using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Presentation.Charts;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;
using CrisisFlow.Web.Cases;

namespace CrisisFlow.App;

/// <summary>What the charts of a case are drawn from: mentions by the hour and the risk index.</summary>
internal sealed class Charts(BucketStore buckets, RiskIndexStore index, CrisisFlowSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public TopicChartData ForPages() => new(
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
