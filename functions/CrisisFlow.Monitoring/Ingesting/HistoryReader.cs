using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// One topic's history, kept up to date with the store: a reading takes over only what changed since the one before.
/// What it holds depends on the store and the moment alone, not on how often it was read. Not thread-safe.
/// </summary>
public sealed class HistoryReader
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TopicHours _hours;
    private readonly StoredMentions _stored;
    private readonly bool _alone;
    private readonly Dictionary<DateTimeOffset, (IReadOnlyList<MinuteRead> Minutes, int Visible)> _taken = [];
    private (int Version, DateTimeOffset At) _last = (-1, DateTimeOffset.MinValue);
    private DateTimeOffset _from;
    private int _merges = -1;

    /// <param name="alone">Whether no other process stores mentions.</param>
    internal HistoryReader(TopicHours hours, StoredMentions stored, TopicHistory history, bool alone) =>
        (_hours, _stored, History, _alone) = (hours, stored, history, alone);

    public TopicHistory History { get; }

    /// <summary>
    /// Whether another reading would find nothing new: no other process stores mentions, this one stored none since the
    /// last reading, and none that were stored then lay ahead of it.
    /// </summary>
    public bool IsComplete => _alone && _last.Version == _stored.Version && _stored.Latest < _last.At.UtcTicks;

    /// <summary>Takes over every minute before <paramref name="now"/>, as far back as any indicator looks.</summary>
    /// <param name="mark">The topic's mark as it was just read; null when it was not.</param>
    public async Task ReadAsync(DateTimeOffset now, string? mark = null, CancellationToken cancellation = default)
    {
        var version = _stored.Version;
        _stored.Begin(now);
        var from = MentionTables.HourOf(now) - (TopicHistory.HoursKept * Hour);
        var mergedUntil = MentionTables.HourOf(now - TopicHours.MergedAfter);
        await _hours.MergeAsync(from, mergedUntil, now, mark, cancellation);
        // Merged or not, an hour counts the same.
        if (!IsComplete)
            await TakeAsync(from, mergedUntil, now, mark, cancellation);
        if (from != _from)
            Forget(from);
        _last = (version, now);
    }

    private async Task TakeAsync(
        DateTimeOffset from,
        DateTimeOffset mergedUntil,
        DateTimeOffset now,
        string? mark,
        CancellationToken cancellation
    )
    {
        if (_merges != _hours.Merges)
        {
            _merges = _hours.Merges;
            foreach (var (hour, minutes) in _hours.Between(from, mergedUntil))
                Take(hour, minutes, minutes.Count);
        }

        for (var hour = mergedUntil; hour <= now; hour += Hour)
        {
            var minutes = await _hours.ReadAsync(hour, now, mark, cancellation);
            Take(hour, minutes, Before(now, minutes));
        }
    }

    // Minutes are in order, and only the last hour's can lie ahead.
    private static int Before(DateTimeOffset now, IReadOnlyList<MinuteRead> minutes)
    {
        var count = minutes.Count;
        while (count > 0 && minutes[count - 1].Minute >= now)
            count--;
        return count;
    }

    private void Take(DateTimeOffset hour, IReadOnlyList<MinuteRead> minutes, int visible)
    {
        var (known, seen) = _taken.GetValueOrDefault(hour, ([], 0));
        if (seen == visible && (visible == 0 || ReferenceEquals(known, minutes)))
            return;
        _taken[hour] = (minutes, visible);
        // Most readings add the last minute to an hour; anything else puts the hour together again.
        if (!Begins(minutes, known, seen) || visible < seen)
        {
            History.Clear(hour);
            seen = 0;
        }

        for (; seen < visible; seen++)
            History.Add(minutes[seen].Minute, minutes[seen].Bucket);
    }

    private static bool Begins(IReadOnlyList<MinuteRead> minutes, IReadOnlyList<MinuteRead> known, int seen)
    {
        if (minutes.Count < seen)
            return false;
        for (var i = 0; i < seen; i++)
            if (!ReferenceEquals(minutes[i].Bucket, known[i].Bucket))
                return false;
        return true;
    }

    private void Forget(DateTimeOffset before)
    {
        _from = before;
        History.Forget(before);
        // A dictionary allows removing while it is gone through.
        foreach (var hour in _taken.Keys)
            if (hour < before)
                _taken.Remove(hour);
    }
}
