using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Listening;

/// <summary>
/// Reads what the public said before and after a publication, from the same buckets warnings rest on, and what it would
/// have said at these hours anyway.
/// </summary>
public sealed class EffectReader(
    TopicSet topics,
    BucketStore buckets,
    TopicEvaluation evaluation,
    UnreadTalk unread,
    CrisisFlowSettings settings,
    TimeProvider time
)
{
    /// <summary>Hours of the brand's day in which people are awake; talk rises and falls less in them.</summary>
    private static readonly (double From, double Until) Day = (9, 23);

    /// <summary>What is said at two hours of one day, this close, differs by no more than the factor.</summary>
    private static readonly (TimeSpan Apart, double Swing) Near = (TimeSpan.FromHours(2), 1.5);

    /// <summary>The same for any two hours of the day.</summary>
    private const double SwingByDay = 2;

    private readonly TimeZoneInfo _zone = settings.Brand.Zone();

    public async Task<EffectReadings> ReadAsync(
        CaseFile file,
        CaseAction.Measure measure,
        CancellationToken cancellation = default
    )
    {
        var (window, since, until) = (measure.Window, measure.Since, measure.Until);
        if (topics.Find(new TopicId(file.Subject.TopicId)) is not { } topic)
            return new(Empty(since - window, since), Empty(until - window, until));
        var history = await buckets.HistoryAsync(topic, until, cancellation);
        var gaps = await unread.OfAsync(topic.Id, since - UnreadTalk.Furthest, time.GetUtcNow(), cancellation);
        var before = await WindowAsync(topic, since - window, since, cancellation);
        var after = await WindowAsync(topic, until - window, until, cancellation);
        var (gapBefore, gapAfter) = gaps.Between(before.From, before.To, after.From, after.To);
        return new(before with { Unread = gapBefore }, after with { Unread = gapAfter })
        {
            Course = Course(history, gaps, file, before.From, after.From, window),
        };
    }

    private EffectCourse Course(
        TopicHistory history,
        TalkGaps gaps,
        CaseFile file,
        DateTimeOffset before,
        DateTimeOffset after,
        TimeSpan window
    )
    {
        var usual = UsualTalk.Of(
            history,
            window,
            before,
            after,
            file.Subject.Held?.Since ?? file.OpenedAt,
            _zone,
            file.Playbook.Effect.Floor,
            gaps.WereRead
        );
        return new EffectCourse(usual?.First ?? 0, usual?.Second ?? 0, usual?.Days ?? 0, Swing(before, after, window));
    }

    private double? Swing(DateTimeOffset before, DateTimeOffset after, TimeSpan window)
    {
        if (UsualTalk.IsSameHour(before, after, _zone))
            return 1;
        if (UsualTalk.IsWeekend(before, _zone) != UsualTalk.IsWeekend(after, _zone))
            return null;
        if (!IsByDay(before, window) || !IsByDay(after, window))
            return null;
        return after - before <= Near.Apart ? Near.Swing : SwingByDay;
    }

    private bool IsByDay(DateTimeOffset from, TimeSpan window)
    {
        var begin = TimeZoneInfo.ConvertTime(from, _zone).TimeOfDay.TotalHours;
        return begin >= Day.From && begin + window.TotalHours <= Day.Until;
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
