using System.Globalization;
using System.Runtime.CompilerServices;

namespace CrisisFlow.Storage;

/// <summary>Entities in memory, gone with the process: what a backtest runs on.</summary>
public sealed class MemoryEntityStore : IEntityStore
{
    private readonly Dictionary<(string Table, string Partition), SortedDictionary<string, Entity>> _partitions = [];
    private readonly HashSet<string> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();
    private long _etag;

    public Task CreateTablesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default)
    {
        foreach (var table in tables)
            EntityLimits.CheckTable(table);
        lock (_lock)
            _tables.UnionWith(tables);
        return Task.CompletedTask;
    }

    public Task<Entity?> GetAsync(string table, EntityKey key, CancellationToken cancellation = default)
    {
        EntityLimits.CheckRow(table, key.Row);
        lock (_lock)
            return Task.FromResult(Rows(table, key.Partition)?.GetValueOrDefault(key.Row));
    }

    public async IAsyncEnumerable<Entity> ScanAsync(
        string table,
        string partition,
        RowRange range,
        int? take = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await Task.CompletedTask;
        List<Entity> found;
        lock (_lock)
            found = Rows(table, partition) is { } rows ? InRange(rows, range, take ?? int.MaxValue) : [];
        foreach (var entity in found)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return entity;
        }
    }

    public Task<CommitResult> CommitAsync(
        string table,
        string partition,
        IReadOnlyList<EntityChange> changes,
        CancellationToken cancellation = default
    )
    {
        EntityLimits.CheckCommit(table, partition, changes);
        lock (_lock)
            return Task.FromResult(Commit(table, partition, changes));
    }

    /// <summary>What a restart would find: a copy that shares nothing that can change.</summary>
    public MemoryEntityStore Copy()
    {
        lock (_lock)
        {
            var copy = new MemoryEntityStore { _etag = _etag };
            copy._tables.UnionWith(_tables);
            foreach (var (key, rows) in _partitions)
                copy._partitions[key] = new(rows, StringComparer.Ordinal);
            return copy;
        }
    }

    private static List<Entity> InRange(SortedDictionary<string, Entity> rows, RowRange range, int take)
    {
        var found = new List<Entity>();
        foreach (var (row, entity) in rows)
        {
            if (found.Count >= take || (range.To is not null && string.CompareOrdinal(row, range.To) >= 0))
                break;
            if (range.From is null || string.CompareOrdinal(row, range.From) >= 0)
                found.Add(entity);
        }

        return found;
    }

    private CommitResult Commit(string table, string partition, IReadOnlyList<EntityChange> changes)
    {
        var rows = Rows(table, partition) ?? new(StringComparer.Ordinal);
        for (var i = 0; i < changes.Count; i++)
            if (Conflict(changes[i], rows.GetValueOrDefault(changes[i].Row)) is { } kind)
                return new CommitResult.Conflict(i, kind);
        _partitions[(table, partition)] = rows;
        return new CommitResult.Committed([.. changes.Select(change => Write(rows, partition, change))]);
    }

    private static ConflictKind? Conflict(EntityChange change, Entity? found) =>
        change switch
        {
            EntityChange.Insert => found is null ? null : ConflictKind.AlreadyExists,
            EntityChange.Upsert => null,
            EntityChange.Replace or EntityChange.Delete when found is null => ConflictKind.Missing,
            EntityChange.Replace replace => replace.ETag == found!.ETag ? null : ConflictKind.Changed,
            EntityChange.Delete delete => delete.ETag is null || delete.ETag == found!.ETag
                ? null
                : ConflictKind.Changed,
            _ => throw new ArgumentException($"Unknown change {change.GetType().Name}.", nameof(change)),
        };

    private string Write(SortedDictionary<string, Entity> rows, string partition, EntityChange change)
    {
        var properties = change switch
        {
            EntityChange.Insert insert => insert.Properties,
            EntityChange.Replace replace => replace.Properties,
            EntityChange.Upsert upsert => upsert.Properties,
            _ => null,
        };
        if (properties is null)
        {
            rows.Remove(change.Row);
            return "";
        }

        var etag = (++_etag).ToString(CultureInfo.InvariantCulture);
        rows[change.Row] = new Entity(new EntityKey(partition, change.Row), properties.Copy(), etag);
        return etag;
    }

    private SortedDictionary<string, Entity>? Rows(string table, string partition)
    {
        EntityLimits.CheckTable(table);
        EntityLimits.CheckPartition(table, partition);
        return _tables.Contains(table)
            ? _partitions.GetValueOrDefault((table, partition))
            : throw new StoreUnavailableException($"Table {table} was not created.");
    }
}
