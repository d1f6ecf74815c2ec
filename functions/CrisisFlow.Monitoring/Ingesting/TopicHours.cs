using System.Collections.Concurrent;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>One topic's minutes, hour by hour, as they were read last.</summary>
/// <remarks>
/// The last <see cref="Open"/> are read every time, older hours again after <see cref="Refresh"/>: another process may have
/// stored something. Hours that are over for two days are merged and kept in a table of their own, so that a start reads one
/// range instead of seven hundred partitions.
/// </remarks>
internal sealed class TopicHours(IEntityStore store, TopicId topic)
{
    /// <summary>Hours over for this long are merged; a mention that comes later merges its hour again.</summary>
    public static readonly TimeSpan MergedAfter = TimeSpan.FromHours(48);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Open = TimeSpan.FromHours(2);
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(30);

    // Sorts behind every hour; holds until when hours are merged.
    private const string MergedUntilRow = "~";

    private readonly ConcurrentDictionary<DateTimeOffset, HourRead> _read = new();
    private readonly SemaphoreSlim _merging = new(1, 1);
    private DateTimeOffset? _mergedUntil;

    public async Task<IReadOnlyList<MinuteRead>> ReadAsync(
        DateTimeOffset hour, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = _read.GetOrAdd(hour, static _ => HourRead.None());
        if (hour + Hour + Open < now && now - known.At < Refresh) return known.Minutes;
        var minutes = new List<MinuteRead>();
        var changed = false;
        var rows = store.ScanAsync(
            MentionTables.Mentions, MentionTables.Partition(topic, hour), RowRange.Prefix(MentionTables.BucketPrefix),
            cancellation: cancellation);
        await foreach (var row in rows)
        {
            var at = row.Properties.Time("at")!.Value;
            var before = minutes.Count < known.Minutes.Count ? known.Minutes[minutes.Count] : default;
            var same = before.Minute == at && before.ETag == row.ETag;
            changed |= !same;
            minutes.Add(same ? before : new MinuteRead(at, MentionBatch.ReadBucket(row), row.ETag));
        }

        changed |= minutes.Count != known.Minutes.Count;
        var read = new HourRead(now, changed ? minutes : known.Minutes);
        // What was stored while this was read is not in it: then it stays out of date.
        _read.TryUpdate(hour, read, known);
        return read.Minutes;
    }

    /// <summary>
    /// Merges the hours before <paramref name="until"/> that are not merged yet, and forgets those before
    /// <paramref name="from"/>.
    /// </summary>
    public async Task MergeAsync(
        DateTimeOffset from, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellation)
    {
        await _merging.WaitAsync(cancellation);
        try
        {
            var known = _mergedUntil ?? await StartAsync(from, cancellation);
            for (var hour = known > from ? known : from; hour < until; hour += Hour)
                await MergeHourAsync(hour, now, cancellation);
            if (until > known)
            {
                var row = new EntityChange.Upsert(MergedUntilRow, new() { { "at", until } });
                await store.CommitAsync(MentionTables.Hours, topic.Value, [row], cancellation);
            }

            _mergedUntil = until > known ? until : known;
        }
        finally
        {
            _merging.Release();
        }

        foreach (var hour in _read.Keys)
            if (hour < from) _read.TryRemove(hour, out _);
    }

    /// <summary>Hours from <paramref name="from"/> to before <paramref name="until"/>, in no order.</summary>
    public IEnumerable<(DateTimeOffset Hour, IReadOnlyList<MinuteRead> Minutes)> Between(
        DateTimeOffset from, DateTimeOffset until) =>
        _read.Where(read => read.Key >= from && read.Key < until).Select(read => (read.Key, read.Value.Minutes));

    /// <summary>Something was stored in this hour: what was read of it is out of date.</summary>
    public void Changed(DateTimeOffset hour) =>
        _read.AddOrUpdate(hour, static _ => HourRead.None(), static (_, known) => known.OutOfDate());

    /// <summary>
    /// Mentions came for an hour that may be merged already (an archive, a feed's first poll): it is merged again.
    /// </summary>
    public async Task MergeLateAsync(DateTimeOffset hour, DateTimeOffset now, CancellationToken cancellation)
    {
        await _merging.WaitAsync(cancellation);
        try
        {
            if (hour + Hour + MergedAfter > now && !(hour < _mergedUntil)) return;
            Changed(hour);
            await MergeHourAsync(hour, now, cancellation);
        }
        finally
        {
            _merging.Release();
        }
    }

    private async Task<DateTimeOffset> StartAsync(DateTimeOffset from, CancellationToken cancellation)
    {
        var until = from;
        var rows = store.ScanAsync(
            MentionTables.Hours, topic.Value, new(MentionTables.HourRow(from), null), cancellation: cancellation);
        await foreach (var row in rows)
        {
            var hour = row.Properties.Time("at")!.Value;
            if (row.Key.Row != MergedUntilRow) _read[hour] = HourRead.Merged(hour, MentionBatch.ReadBucket(row));
            else if (hour > from) until = hour;
        }

        return until;
    }

    private async Task MergeHourAsync(DateTimeOffset hour, DateTimeOffset now, CancellationToken cancellation)
    {
        var minutes = await ReadAsync(hour, now, cancellation);
        if (minutes.Count == 0) return;
        var merged = minutes.Aggregate(MinuteBucket.Empty, (sum, minute) => MinuteBucket.Merge(sum, minute.Bucket));
        var row = new EntityChange.Upsert(MentionTables.HourRow(hour), MentionBatch.BucketRow(hour, merged));
        await store.CommitAsync(MentionTables.Hours, topic.Value, [row], cancellation);
        _read[hour] = HourRead.Merged(hour, merged);
    }
}
