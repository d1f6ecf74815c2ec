using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Tests.Ingesting;

/// <summary>A store that breaks at one write: before it happens, or just after.</summary>
internal sealed class BreakingStore(IEntityStore inner, int breakAt, bool after) : IEntityStore
{
    private int _writes;

    public int Writes => _writes;

    public Task CreateTablesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default) =>
        inner.CreateTablesAsync(tables, cancellation);

    public Task<Entity?> GetAsync(string table, EntityKey key, CancellationToken cancellation = default) =>
        inner.GetAsync(table, key, cancellation);

    public IAsyncEnumerable<Entity> ScanAsync(
        string table,
        string partition,
        RowRange range,
        int? take = null,
        CancellationToken cancellation = default
    ) => inner.ScanAsync(table, partition, range, take, cancellation);

    public async Task<CommitResult> CommitAsync(
        string table,
        string partition,
        IReadOnlyList<EntityChange> changes,
        CancellationToken cancellation = default
    )
    {
        var breaks = Interlocked.Increment(ref _writes) == breakAt;
        if (breaks && !after)
            throw new StoreUnavailableException("Broken before the write.");
        var result = await inner.CommitAsync(table, partition, changes, cancellation);
        return breaks ? throw new StoreUnavailableException("Broken after the write.") : result;
    }
}
