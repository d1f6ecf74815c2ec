using CrisisFlow.Storage;

namespace CrisisFlow.Testing.Stores;

/// <summary>A store whose process dies at one chosen write, before or after it went through.</summary>
/// <param name="at">Which write, from 1; 0 = none.</param>
public sealed class CrashingStore(IEntityStore inner, int at = 0, bool afterwards = false) : IEntityStore
{
    private bool _dead;

    /// <summary>Writes so far.</summary>
    public int Writes { get; private set; }

    public bool HasCrashed => _dead;

    public Task CreateTablesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default) =>
        inner.CreateTablesAsync(tables, cancellation);

    public Task<Entity?> GetAsync(string table, EntityKey key, CancellationToken cancellation = default)
    {
        Check();
        return inner.GetAsync(table, key, cancellation);
    }

    public IAsyncEnumerable<Entity> ScanAsync(
        string table,
        string partition,
        RowRange range,
        int? take = null,
        CancellationToken cancellation = default
    )
    {
        Check();
        return inner.ScanAsync(table, partition, range, take, cancellation);
    }

    public async Task<CommitResult> CommitAsync(
        string table,
        string partition,
        IReadOnlyList<EntityChange> changes,
        CancellationToken cancellation = default
    )
    {
        Check();
        var dies = ++Writes == at;
        if (dies && !afterwards)
            Die();
        var result = await inner.CommitAsync(table, partition, changes, cancellation);
        if (dies)
            Die();
        return result;
    }

    private void Check()
    {
        if (_dead)
            throw new CrashException();
    }

    private void Die()
    {
        _dead = true;
        throw new CrashException();
    }
}

/// <summary>The process was killed here.</summary>
public sealed class CrashException() : Exception("The process was killed.");
