using System.Collections.Concurrent;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>One topic's minutes, hour by hour, as they were read last.</summary>
/// <remarks>
/// Where another process may have stored something, the last <see cref="Open"/> are read every time and older hours
/// again after <see cref="Refresh"/>; neither while the topic's mark is the same. Hours that are over for two
/// days are merged and kept in a table of their own, so that a start reads one range instead of seven hundred
/// partitions.
/// </remarks>
/// <param name="alone">
/// Whether no other process stores mentions: then an hour is read once, and again only when it is in doubt.
/// </param>
internal sealed class TopicHours(IEntityStore store, TopicId topic, bool alone)
{
    /// <summary>Hours over for this long are merged; a mention that comes later merges its hour again.</summary>
    public static readonly TimeSpan MergedAfter = TimeSpan.FromHours(48);

    private static readonly RowRange Buckets = RowRange.Prefix(MentionTables.BucketPrefix);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Open = TimeSpan.FromHours(2);
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(30);

    // Sorts behind every hour; holds until when hours are merged.
    private const string MergedUntilRow = "~";

    private readonly ConcurrentDictionary<DateTimeOffset, HourRead> _read = new();
    private readonly TopicBeginning _beginning = new(store, topic);
    private readonly SemaphoreSlim _merging = new(1, 1);
    private DateTimeOffset? _mergedUntil;
    private DateTimeOffset _forgotten;
    private int _merges;

    /// <summary>Counts up with every hour that is merged.</summary>
    public int Merges => Volatile.Read(ref _merges);

    /// <param name="mark">The topic's mark as it was just read; null when it was not.</param>
    public ValueTask<IReadOnlyList<MinuteRead>> ReadAsync(
        DateTimeOffset hour,
        DateTimeOffset now,
        string? mark,
        CancellationToken cancellation
    )
    {
        var known = _read.GetOrAdd(hour, static _ => HourRead.None());
        return !known.IsOutOfDate && (alone || IsGood(hour, known, now, mark))
            ? new(known.Minutes)
            : new(ScanAsync(hour, known, now, mark, cancellation));
    }

    /// <summary>
    /// Merges the hours before <paramref name="until"/> that are not merged yet, and forgets those before
    /// <paramref name="from"/>.
    /// </summary>
    public async Task MergeAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        DateTimeOffset now,
        string? mark,
        CancellationToken cancellation
    )
    {
        await _merging.WaitAsync(cancellation);
        try
        {
            var known = _mergedUntil ?? await StartAsync(from, until, cancellation);
            for (var hour = known > from ? known : from; hour < until; hour += Hour)
            {
                var minutes = await ReadAsync(hour, now, mark, cancellation);
                if (minutes.Count > 0)
                    await MergeHourAsync(hour, minutes, cancellation);
                else
                    _read.TryRemove(hour, out _);
            }

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

        if (from <= _forgotten)
            return;
        foreach (var (hour, _) in _read)
            if (hour < from)
                _read.TryRemove(hour, out _);
        _forgotten = from;
    }

    /// <summary>Hours from <paramref name="from"/> to before <paramref name="until"/>, in no order.</summary>
    public IEnumerable<(DateTimeOffset Hour, IReadOnlyList<MinuteRead> Minutes)> Between(
        DateTimeOffset from,
        DateTimeOffset until
    ) => _read.Where(read => read.Key >= from && read.Key < until).Select(read => (read.Key, read.Value.Minutes));

    /// <summary>A minute was written: what is known of its hour goes on with it.</summary>
    public void Wrote(MinuteRead minute)
    {
        var hour = MentionTables.HourOf(minute.Minute);
        if (!_read.TryGetValue(hour, out var known))
            return;
        // Somebody may be reading the hour just now, without this minute.
        if (known.IsOutOfDate || known.IsMerged || !_read.TryUpdate(hour, known.With(minute), known))
            Doubt(hour);
    }

    /// <summary>What is known of this hour may be out of date.</summary>
    public void Doubt(DateTimeOffset hour) =>
        _read.AddOrUpdate(hour, static _ => HourRead.None(), static (_, known) => known.OutOfDate());

    /// <summary>
    /// Mentions came for an hour that may be merged already (an archive, a feed's first poll): it is merged again.
    /// </summary>
    public async Task MergeLateAsync(DateTimeOffset hour, DateTimeOffset now, CancellationToken cancellation)
    {
        await _beginning.NoteAsync(hour, cancellation);
        await _merging.WaitAsync(cancellation);
        try
        {
            if (hour + Hour + MergedAfter > now && !(hour < _mergedUntil))
                return;
            Doubt(hour);
            var minutes = await ReadAsync(hour, now, mark: null, cancellation);
            if (minutes.Count > 0)
                await MergeHourAsync(hour, minutes, cancellation);
        }
        finally
        {
            _merging.Release();
        }
    }

    // A mark that is the same says that nothing was stored since; open hours are looked at now and then all the same.
    private static bool IsGood(DateTimeOffset hour, HourRead known, DateTimeOffset now, string? mark)
    {
        var (isOver, isRecent) = (hour + Hour + Open < now, now - known.At < Refresh);
        var isSame = mark is not null && mark == known.Mark;
        return known.IsMerged || (isOver ? isRecent || isSame : isRecent && isSame);
    }

    private async Task<IReadOnlyList<MinuteRead>> ScanAsync(
        DateTimeOffset hour,
        HourRead known,
        DateTimeOffset now,
        string? mark,
        CancellationToken cancellation
    )
    {
        var minutes = new List<MinuteRead>();
        var changed = false;
        var rows = store.ScanAsync(
            MentionTables.Mentions,
            MentionTables.Partition(topic, hour),
            Buckets,
            cancellation: cancellation
        );
        await foreach (var row in rows)
        {
            var at = row.Properties.Time("at")!.Value;
            var before = minutes.Count < known.Minutes.Count ? known.Minutes[minutes.Count] : default;
            var same = before.Minute == at && before.ETag == row.ETag;
            changed |= !same;
            minutes.Add(same ? before : new MinuteRead(at, MentionBatch.ReadBucket(row), row.ETag));
        }

        changed |= minutes.Count != known.Minutes.Count;
        var read = new HourRead(now, changed ? minutes : known.Minutes, mark);
        // What was stored while this was read is not in it: then it stays out of date.
        _read.TryUpdate(hour, read, known);
        return read.Minutes;
    }

    /// <returns>Until when hours are merged.</returns>
    private async Task<DateTimeOffset> StartAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    )
    {
        DateTimeOffset? merged = null;
        var rows = store.ScanAsync(
            MentionTables.Hours,
            topic.Value,
            new(MentionTables.HourRow(from), null),
            cancellation: cancellation
        );
        await foreach (var row in rows)
        {
            var hour = row.Properties.Time("at")!.Value;
            if (row.Key.Row != MergedUntilRow)
                _read[hour] = HourRead.Merged(hour, MentionBatch.ReadBucket(row));
            else
                merged = hour;
        }

        // Never looked at before: there is nothing to merge before the first mention came.
        var start = merged ?? await _beginning.ReadAsync(cancellation) ?? until;
        return merged is null && start > until ? until
            : start < from ? from
            : start;
    }

    private async Task MergeHourAsync(
        DateTimeOffset hour,
        IReadOnlyList<MinuteRead> minutes,
        CancellationToken cancellation
    )
    {
        var merged = minutes.Aggregate(MinuteBucket.Empty, (sum, minute) => MinuteBucket.Merge(sum, minute.Bucket));
        var row = new EntityChange.Upsert(MentionTables.HourRow(hour), MentionBatch.BucketRow(hour, merged));
        await store.CommitAsync(MentionTables.Hours, topic.Value, [row], cancellation);
        _read[hour] = HourRead.Merged(hour, merged);
        Interlocked.Increment(ref _merges);
    }
}
