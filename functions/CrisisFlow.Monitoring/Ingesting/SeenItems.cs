using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// Remembers when a source's item was seen first and what it claimed then. An item that comes again, without a date or
/// with another one, keeps its time, and so its place: that is what makes a second delivery recognisable. One that
/// comes under another id, or by another feed, is the report that was seen first.
/// </summary>
public sealed class SeenItems(IEntityStore store)
{
    private const int AtOnce = 8;
    private const int Remembered = 20_000;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Lock _lock = new();
    private readonly Dictionary<MentionId, First> _known = [];
    private readonly SeenReports _reports = new(store);
    private readonly HashSet<string> _sources = [];
    private readonly Dictionary<string, string> _partitions = new(StringComparer.Ordinal);

    /// <summary>Deletes what was seen first before a moment.</summary>
    /// <returns>How many items are forgotten.</returns>
    public static async Task<int> ForgetAsync(
        IEntityStore store,
        DateTimeOffset before,
        CancellationToken cancellation = default
    )
    {
        var sources = new List<string>();
        await foreach (
            var row in store.ScanAsync(MentionTables.Seen, MentionTables.Sources, RowRange.All, null, cancellation)
        )
            sources.Add(row.Key.Row);
        var forgotten = 0;
        foreach (var source in sources)
        {
            var old = new List<string>();
            await foreach (var row in store.ScanAsync(MentionTables.Seen, source, RowRange.All, null, cancellation))
                if (row.Properties.Time("at") < before)
                    old.Add(row.Key.Row);
            // A conflict means that another host deletes here too; what it leaves goes the next time.
            foreach (var some in old.Chunk(EntityLimits.ChangeCount))
                if (
                    await store.CommitAsync(
                        MentionTables.Seen,
                        source,
                        [.. some.Select(static row => new EntityChange.Delete(row))],
                        cancellation
                    ) is CommitResult.Committed
                )
                    forgotten += some.Length;
        }

        return forgotten;
    }

    /// <summary>The mentions with the ids and times of their first delivery, in the same order.</summary>
    /// <param name="fresh">Takes those that were never delivered before.</param>
    /// <exception cref="StoreUnavailableException">The times are not safe; nothing may be counted yet.</exception>
    public async Task<IReadOnlyList<Mention>> FirstSeenAsync(
        IReadOnlyList<Mention> mentions,
        ICollection<MentionId> fresh,
        CancellationToken cancellation = default
    )
    {
        // One at a time: several sources at once would only repeat each other's reads.
        await _one.WaitAsync(cancellation);
        try
        {
            Trim();
            return await TimedAsync(mentions, fresh, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<IReadOnlyList<Mention>> TimedAsync(
        IReadOnlyList<Mention> mentions,
        ICollection<MentionId> fresh,
        CancellationToken cancellation
    )
    {
        foreach (var source in mentions.GroupBy(static mention => mention.Source))
        {
            var partition = PartitionOf(source.Key);
            var unknown = source
                .Where(mention => !IsKnown(mention.Id))
                .DistinctBy(static mention => mention.Id)
                .ToList();
            // What a source shows that was read before is most often new; at the first look most of it may be known.
            var missing = IsIndexed(partition) ? unknown : await ReadAsync(partition, unknown, cancellation);
            if (missing.Count > 0)
                await IndexAsync(partition, source.Key, cancellation);
            foreach (var some in (await FirstAsync(missing, cancellation)).Chunk(EntityLimits.ChangeCount))
                await InsertAsync(partition, [.. some], fresh, cancellation);
        }

        lock (_lock)
            return
            [
                .. mentions.Select(mention =>
                    _known[mention.Id] is var first
                        ? mention with
                        {
                            Id = first.Id,
                            Published = first.Published,
                            Seen = first.Seen,
                        }
                        : mention
                ),
            ];
    }

    // Reports are noted before items: broken off in between, an item finds itself again.
    private async Task<List<(Mention Mention, First First)>> FirstAsync(
        List<Mention> mentions,
        CancellationToken cancellation
    )
    {
        if (mentions.Count > 0)
            await IndexAsync(SeenReports.Partition, SeenReports.Partition, cancellation);
        var reports = await _reports.FirstAsync(mentions, cancellation);
        return
        [
            .. mentions.Zip(
                reports,
                static (mention, report) => (mention, new First(report.Id, report.Published, report.Seen))
            ),
        ];
    }

    private async Task<List<Mention>> ReadAsync(
        string partition,
        List<Mention> mentions,
        CancellationToken cancellation
    )
    {
        var missing = new List<Mention>();
        foreach (var some in mentions.Chunk(AtOnce))
        {
            var rows = await Task.WhenAll(
                some.Select(mention =>
                    store.GetAsync(MentionTables.Seen, new(partition, mention.Id.Value), cancellation)
                )
            );
            for (var i = 0; i < some.Length; i++)
                if (rows[i] is { Properties: var known })
                    Know(
                        some[i].Id,
                        new First(
                            known.Text("as") is { } first ? new MentionId(first) : some[i].Id,
                            known.Time("published"),
                            known.Time("at") ?? some[i].Seen
                        )
                    );
                else
                    missing.Add(some[i]);
        }

        return missing;
    }

    private async Task InsertAsync(
        string partition,
        List<(Mention Mention, First First)> items,
        ICollection<MentionId> fresh,
        CancellationToken cancellation
    )
    {
        while (items.Count > 0)
        {
            var changes = items.ConvertAll(static item =>
                (EntityChange)new EntityChange.Insert(item.Mention.Id.Value, Row(item.Mention.Id, item.First))
            );
            if (await store.CommitAsync(MentionTables.Seen, partition, changes, cancellation) is CommitResult.Conflict)
            {
                // Some were seen before, or by somebody else a moment ago; theirs is the first time.
                await ReadAsync(partition, items.ConvertAll(static item => item.Mention), cancellation);
                items = items.FindAll(item => !IsKnown(item.Mention.Id));
                continue;
            }

            foreach (var (mention, first) in items)
            {
                Know(mention.Id, first);
                // What joins an earlier report is none of its own.
                if (first.Id == mention.Id)
                    fresh.Add(mention.Id);
            }

            return;
        }
    }

    // Retention goes by the time.
    private static EntityProperties Row(MentionId id, First first) =>
        new()
        {
            { "published", first.Published },
            { "at", first.Seen },
            { "as", first.Id == id ? null : first.Id.Value },
        };

    /// <summary>Retention finds the partition by this row.</summary>
    private async Task IndexAsync(string partition, string source, CancellationToken cancellation)
    {
        if (IsIndexed(partition))
            return;
        await store.CommitAsync(
            MentionTables.Seen,
            MentionTables.Sources,
            [new EntityChange.Upsert(partition, new EntityProperties { { "source", source } })],
            cancellation
        );
        lock (_lock)
            _sources.Add(partition);
    }

    private bool IsIndexed(string partition)
    {
        lock (_lock)
            return _sources.Contains(partition);
    }

    private string PartitionOf(string source)
    {
        lock (_lock)
        {
            if (_partitions.Count > Remembered)
                _partitions.Clear();
            return _partitions.TryGetValue(source, out var known) ? known : _partitions[source] = StableId.Of(source);
        }
    }

    private bool IsKnown(MentionId id)
    {
        lock (_lock)
            return _known.ContainsKey(id);
    }

    private void Know(MentionId id, First first)
    {
        lock (_lock)
            _known[id] = first;
    }

    /// <summary>Forgets what it holds in memory when that is much; the store still knows.</summary>
    private void Trim()
    {
        lock (_lock)
            if (_known.Count > Remembered)
                _known.Clear();
    }

    /// <summary>The id and the times of a first delivery.</summary>
    private readonly record struct First(MentionId Id, DateTimeOffset? Published, DateTimeOffset Seen);
}
