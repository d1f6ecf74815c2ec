using System.Collections.Concurrent;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// The minutes that this process wrote last, so that adding to one needs no reading. A minute it did not write is taken
/// for empty: when it is not, the store refuses the write, and then it is read.
/// </summary>
internal sealed class RecentMinutes(IEntityStore store)
{
    private const int Most = 1_000;

    // Null: to be read.
    private readonly ConcurrentDictionary<(string Partition, DateTimeOffset Minute), MinuteRead?> _known = new();

    /// <returns>Null when nothing is stored, as far as this process knows.</returns>
    public async ValueTask<MinuteRead?> FindAsync(
        string partition,
        DateTimeOffset minute,
        CancellationToken cancellation
    )
    {
        if (!_known.TryGetValue((partition, minute), out var known) || known is not null)
            return known;
        var key = new EntityKey(partition, MentionTables.BucketRow(minute));
        return await store.GetAsync(MentionTables.Mentions, key, cancellation) is { } row
            ? new MinuteRead(minute, MentionBatch.ReadBucket(row), row.ETag)
            : null;
    }

    public void Wrote(string partition, MinuteRead minute)
    {
        if (_known.Count >= Most)
            _known.Clear();
        _known[(partition, minute.Minute)] = minute;
    }

    /// <summary>Somebody else may have written this minute.</summary>
    public void Doubt(string partition, DateTimeOffset minute) => _known[(partition, minute)] = null;
}
