namespace CrisisFlow.Storage;

/// <summary>
/// Entities addressed by table, partition key and row key, with the limits of Table Storage (see
/// <see cref="EntityLimits"/>).
/// Everything that persists goes through here; both implementations pass one contract suite.
/// </summary>
/// <remarks>
/// An argument beyond a limit throws <see cref="EntityLimitException"/> before anything is written. A store that cannot
/// answer
/// at the moment (busy, locked, 500, 503, network) throws <see cref="StoreUnavailableException"/>; the write may or may
/// not have
/// happened, so callers write only what they may write again.
/// </remarks>
public interface IEntityStore
{
    /// <summary>Creates the tables that are not there yet. Called once at start.</summary>
    Task CreateTablesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default);

    /// <summary>One entity, or null.</summary>
    Task<Entity?> GetAsync(string table, EntityKey key, CancellationToken cancellation = default);

    /// <summary>Entities of one partition in ordinal order of their row keys.</summary>
    IAsyncEnumerable<Entity> ScanAsync(
        string table,
        string partition,
        RowRange range,
        int? take = null,
        CancellationToken cancellation = default
    );

    /// <summary>All changes happen, or none. At most 100, all of one partition, at most one per row.</summary>
    /// <returns>
    /// <see cref="CommitResult.Committed"/>, or <see cref="CommitResult.Conflict"/> naming the first change that did
    /// not fit.
    /// </returns>
    Task<CommitResult> CommitAsync(
        string table,
        string partition,
        IReadOnlyList<EntityChange> changes,
        CancellationToken cancellation = default
    );
}

/// <summary>Partition and row key, compared ordinally.</summary>
public readonly record struct EntityKey(string Partition, string Row);

/// <summary>
/// Row keys from <paramref name="From"/> (inclusive) to <paramref name="To"/> (exclusive); null = open.
/// </summary>
public readonly record struct RowRange(string? From, string? To)
{
    public static readonly RowRange All;

    /// <summary>
    /// Every row key that starts with <paramref name="prefix"/>; its last character must not be U+FFFF.
    /// </summary>
    public static RowRange Prefix(string prefix) => new(prefix, prefix[..^1] + (char)(prefix[^1] + 1));
}

/// <summary>What is stored under one key.</summary>
/// <param name="ETag">Changes with every write; empty on an entity that was not read from a store.</param>
public sealed record Entity(EntityKey Key, EntityProperties Properties, string ETag = "");

/// <summary>One write within a transaction.</summary>
public abstract record EntityChange(string Row)
{
    /// <summary>Conflict when the row exists.</summary>
    public sealed record Insert(string Row, EntityProperties Properties) : EntityChange(Row);

    /// <summary>Conflict when the row is missing or its ETag is another one.</summary>
    public sealed record Replace(string Row, EntityProperties Properties, string ETag) : EntityChange(Row);

    /// <summary>Inserts or replaces unconditionally.</summary>
    public sealed record Upsert(string Row, EntityProperties Properties) : EntityChange(Row);

    /// <summary>Conflict when the row is missing, or when an ETag is given and is another one.</summary>
    public sealed record Delete(string Row, string? ETag = null) : EntityChange(Row);
}

public enum ConflictKind
{
    /// <summary>An insert met an existing row (409).</summary>
    AlreadyExists,

    /// <summary>The row was written by somebody else since it was read (412).</summary>
    Changed,

    /// <summary>The row to replace or delete is not there (404).</summary>
    Missing,
}

public abstract record CommitResult
{
    /// <param name="ETags">One per change, in order; empty string for a delete.</param>
    public sealed record Committed(IReadOnlyList<string> ETags) : CommitResult;

    /// <param name="Index">Position of the first change that did not fit.</param>
    public sealed record Conflict(int Index, ConflictKind Kind) : CommitResult;
}

/// <summary>The store cannot answer at the moment; the same call may go through later.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null, TimeSpan? retryAfter = null)
    : Exception(message, inner)
{
    /// <summary>The store's Retry-After; null when absent.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
