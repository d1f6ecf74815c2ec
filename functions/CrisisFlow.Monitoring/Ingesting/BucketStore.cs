using System.Collections.Concurrent;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>Reads the minutes back: whole histories for the evaluation, windows for charts and effects.</summary>
/// <remarks>
/// Hours are read once and remembered. The last <see cref="Open"/> are read every time; older ones again after <see cref="Refresh"/>, for what comes late.
/// Hours that are over for a day are kept merged in a table of their own, so that a start reads one range instead of seven hundred partitions.
/// </remarks>
public sealed class BucketStore(IEntityStore store)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Open = TimeSpan.FromHours(2);
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(30);

    /// <summary>Hours this old are taken from the table of hours; nothing that late still counts.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromHours(48);

    // Sorts behind every hour; holds until when hours are settled.
    private const string SettledRow = "~";

    private readonly ConcurrentDictionary<(string Topic, DateTimeOffset Hour), HourRead> _read = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _started = new(StringComparer.Ordinal);
    private readonly TopicBeginnings _beginnings = new(store);

    /// <summary>The topic's history up to now, as far back as any indicator looks.</summary>
    public async Task<TopicHistory> HistoryAsync(Topic topic, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var history = new TopicHistory(topic.Id, topic.Scorer.Names);
        var settledUntil = MentionTables.HourOf(now - Settled);
        foreach (var (hour, bucket) in await SettledAsync(topic.Id, MentionTables.HourOf(now) - (TopicHistory.HoursKept * Hour), settledUntil, now, cancellation))
            history.Add(hour, bucket);
        for (var hour = settledUntil; hour <= now; hour += Hour)
            foreach (var (minute, bucket) in await HourAsync(topic.Id, hour, now, cancellation))
                if (minute < now) history.Add(minute, bucket);
        return history;
    }

    /// <summary>Minutes with mentions from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), in order.</summary>
    public async Task<IReadOnlyList<(DateTimeOffset Minute, MinuteBucket Bucket)>> MinutesAsync(
        TopicId topic, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var minutes = new List<(DateTimeOffset, MinuteBucket)>();
        for (var hour = MentionTables.HourOf(from); hour < to; hour += Hour)
            minutes.AddRange((await HourAsync(topic, hour, now, cancellation)).Where(m => m.Minute >= from && m.Minute < to));
        return minutes;
    }

    /// <summary>Mentions came for an hour that may be settled already (an archive, a feed's first poll): it is merged anew.</summary>
    internal async Task TakeLateAsync(TopicId topic, DateTimeOffset at, DateTimeOffset seen, CancellationToken cancellation)
    {
        var hour = MentionTables.HourOf(at);
        await _beginnings.NoteAsync(topic, hour, cancellation);
        if (hour + Hour + Settled > seen) return;
        _read.TryRemove((topic.Value, hour), out _);
        await SettleAsync(topic, hour, seen, cancellation);
    }

    private async Task<IReadOnlyList<(DateTimeOffset Minute, MinuteBucket Bucket)>> HourAsync(TopicId topic, DateTimeOffset hour, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = (topic.Value, hour);
        if (hour + Hour + Open < now && _read.TryGetValue(key, out var known) && now - known.At < Refresh) return known.Minutes;
        var minutes = new List<(DateTimeOffset, MinuteBucket)>();
        await foreach (var row in store.ScanAsync(MentionTables.Mentions, MentionTables.Partition(topic, hour), RowRange.Prefix(MentionTables.BucketPrefix), cancellation: cancellation))
            minutes.Add((row.Properties.Time("at")!.Value, MentionBatch.ReadBucket(row)));
        _read[key] = new(now, minutes);
        return minutes;
    }

    private async Task<IReadOnlyList<(DateTimeOffset Hour, MinuteBucket Bucket)>> SettledAsync(
        TopicId topic, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!_started.TryGetValue(topic.Value, out var known))
        {
            DateTimeOffset? settled = null;
            await foreach (var row in store.ScanAsync(MentionTables.Hours, topic.Value, new(MentionTables.HourRow(from), null), cancellation: cancellation))
            {
                var hour = row.Properties.Time("at")!.Value;
                if (row.Key.Row == SettledRow) settled = hour;
                else _read[(topic.Value, hour)] = new(DateTimeOffset.MaxValue, [(hour, MentionBatch.ReadBucket(row))]);
            }

            // Never looked at before: nothing is to be settled before the first mention came.
            known = settled ?? await _beginnings.OfAsync(topic, cancellation) ?? until;
            if (known > until) known = until;
            if (known < from) known = from;
        }

        // Hours that settled since: merged, written down, and read from memory from then on.
        for (var hour = known; hour < until; hour += Hour)
            await SettleAsync(topic, hour, now, cancellation);
        if (until > known)
            await store.CommitAsync(MentionTables.Hours, topic.Value, [new EntityChange.Upsert(SettledRow, new() { { "at", until } })], cancellation);
        _started[topic.Value] = until > known ? until : known;
        foreach (var old in _read.Keys.Where(k => k.Topic == topic.Value && k.Hour < from)) _read.TryRemove(old, out _);
        return [.. _read.Where(r => r.Key.Topic == topic.Value && r.Key.Hour < until).OrderBy(r => r.Key.Hour).SelectMany(r => r.Value.Minutes)];
    }

    private async Task SettleAsync(TopicId topic, DateTimeOffset hour, DateTimeOffset now, CancellationToken cancellation)
    {
        var minutes = await HourAsync(topic, hour, now, cancellation);
        _read.TryRemove((topic.Value, hour), out _);
        if (minutes.Count == 0) return;
        var merged = minutes.Aggregate(MinuteBucket.Empty, (sum, m) => MinuteBucket.Merge(sum, m.Bucket));
        await store.CommitAsync(MentionTables.Hours, topic.Value, [new EntityChange.Upsert(MentionTables.HourRow(hour), MentionBatch.BucketRow(hour, merged))], cancellation);
        _read[(topic.Value, hour)] = new(DateTimeOffset.MaxValue, [(hour, merged)]);
    }

    private sealed record HourRead(DateTimeOffset At, IReadOnlyList<(DateTimeOffset Minute, MinuteBucket Bucket)> Minutes);
}
