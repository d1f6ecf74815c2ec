using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>An hour as it was read: its minutes in order, or one bucket once it is merged.</summary>
/// <remarks>A class, so that two readings of equal content are told apart.</remarks>
/// <param name="mark">The topic's mark before it was read; null = not known.</param>
internal sealed class HourRead(DateTimeOffset at, IReadOnlyList<MinuteRead> minutes, string? mark = null)
{
    /// <summary>Nothing was read yet.</summary>
    public static HourRead None() => new(DateTimeOffset.MinValue, []);

    public static HourRead Merged(DateTimeOffset hour, MinuteBucket bucket) =>
        new(DateTimeOffset.MaxValue, [new MinuteRead(hour, bucket, "")]);

    /// <summary>When it was read; the beginning of time when it must be read again, the end when it need not.</summary>
    public DateTimeOffset At => at;

    public string? Mark => mark;

    /// <summary>The same list for as long as nothing in it changes.</summary>
    public IReadOnlyList<MinuteRead> Minutes => minutes;

    public bool IsOutOfDate => at == DateTimeOffset.MinValue;

    public bool IsMerged => at == DateTimeOffset.MaxValue;

    /// <summary>The same hour with one minute written.</summary>
    public HourRead With(MinuteRead minute)
    {
        var after = new List<MinuteRead>(minutes.Count + 1);
        after.AddRange(minutes.Where(one => one.Minute < minute.Minute));
        after.Add(minute);
        after.AddRange(minutes.Where(one => one.Minute > minute.Minute));
        return new HourRead(at, after, mark);
    }

    public HourRead OutOfDate() => new(DateTimeOffset.MinValue, minutes);
}

/// <param name="ETag">Of its row; empty in a merged hour.</param>
internal readonly record struct MinuteRead(DateTimeOffset Minute, MinuteBucket Bucket, string ETag);
