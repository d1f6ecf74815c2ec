using CrisisFlow.Core.Mentions;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings;

/// <summary>
/// One topic's buckets, as far back as any indicator looks: minutes for the short windows, hours for the long ones.
/// Buckets come in the order of
/// their minutes, late ones within the kept hours at any time. Not thread-safe: it belongs to the one who evaluates the
/// topic.
/// </summary>
/// <param name="names">The topic's own names; they tell no story from another.</param>
public sealed class TopicHistory(TopicId topic, IReadOnlyList<string> names)
{
    /// <summary>Hours kept: the longest baseline and the longest window.</summary>
    public const int HoursKept = 28 * 24 + 73;

    /// <summary>Minutes kept: seven of the longest short windows.</summary>
    private const int MinutesKept = 7 * 240;

    private readonly SortedList<long, (int Mentions, int Negative)> _minutes = [];
    private readonly SortedList<long, MinuteBucket> _hours = [];

    public TopicId Topic => topic;

    public IReadOnlyList<string> Names => names;

    /// <summary>Counts up with every bucket: what was computed of one version holds until the next.</summary>
    internal int Version { get; private set; }

    /// <summary>Counts up with every bucket of an hour before the newest that was looked at.</summary>
    internal int ClosedVersion { get; private set; }

    /// <summary>The newest hour looked at.</summary>
    internal long LookedAt { get; set; }

    internal SortedList<long, (int Mentions, int Negative)> Minutes => _minutes;

    internal SortedList<long, MinuteBucket> Hours => _hours;

    /// <summary>Adds what one minute counted; a second bucket of a minute is merged.</summary>
    public void Add(DateTimeOffset minute, MinuteBucket bucket)
    {
        var m = minute.UtcTicks / TimeSpan.TicksPerMinute;
        var h = m / 60;
        if (_hours.Count > 0 && h < _hours.Keys[^1] - HoursKept)
            return;
        Version++;
        if (h < LookedAt)
            ClosedVersion++;
        _minutes.TryGetValue(m, out var known);
        _minutes[m] = (known.Mentions + bucket.Mentions, known.Negative + bucket.Negative);
        _hours[h] = _hours.TryGetValue(h, out var hour) ? MinuteBucket.Merge(hour, bucket) : bucket;
        while (_minutes.Keys[0] < _minutes.Keys[^1] - MinutesKept)
            _minutes.RemoveAt(0);
        while (_hours.Keys[0] < _hours.Keys[^1] - HoursKept)
            _hours.RemoveAt(0);
    }

    /// <summary>Takes an hour's minutes away, to put others in their place.</summary>
    /// <param name="hour">Its beginning.</param>
    public void Clear(DateTimeOffset hour)
    {
        var h = hour.UtcTicks / TimeSpan.TicksPerHour;
        if (!_hours.Remove(h))
            return;
        Version++;
        if (h < LookedAt)
            ClosedVersion++;
        for (var m = h * 60; m < (h + 1) * 60; m++)
            _minutes.Remove(m);
    }

    /// <summary>Forgets the hours before one.</summary>
    public void Forget(DateTimeOffset before)
    {
        var h = before.UtcTicks / TimeSpan.TicksPerHour;
        while (_hours.Count > 0 && _hours.Keys[0] < h)
            _hours.RemoveAt(0);
        while (_minutes.Count > 0 && _minutes.Keys[0] < h * 60)
            _minutes.RemoveAt(0);
    }
}
