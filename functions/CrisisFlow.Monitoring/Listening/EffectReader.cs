using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;

namespace CrisisFlow.Monitoring.Listening;

/// <summary>
/// Reads what the public said before and after a publication, from the same buckets warnings rest on.
/// </summary>
public sealed class EffectReader(TopicSet topics, BucketStore buckets, TopicEvaluation evaluation, TimeProvider time)
{
    public async Task<EffectReadings> ReadAsync(
        CaseFile file,
        CaseAction.Measure measure,
        CancellationToken cancellation = default
    )
    {
        if (topics.Find(new TopicId(file.Subject.TopicId)) is not { } topic)
            return new(
                Empty(measure.Since - measure.Window, measure.Since),
                Empty(measure.Until - measure.Window, measure.Until)
            );
        return new(
            await WindowAsync(topic, measure.Since - measure.Window, measure.Since, cancellation),
            await WindowAsync(topic, measure.Until - measure.Window, measure.Until, cancellation)
        );
    }

    private async Task<EffectReading> WindowAsync(
        Topic topic,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellation
    )
    {
        var minutes = await buckets.MinutesAsync(topic.Id, from, to, time.GetUtcNow(), cancellation);
        return new EffectReading(
            from,
            to,
            minutes.Sum(m => (long)m.Bucket.Mentions),
            minutes.Sum(m => (long)m.Bucket.Negative),
            await evaluation.IndexAsync(topic, to, cancellation)
        );
    }

    private static EffectReading Empty(DateTimeOffset from, DateTimeOffset to) => new(from, to, 0, 0, 0);
}
