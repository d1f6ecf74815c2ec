using System.Runtime.CompilerServices;
using CrisisFlow.Storage;

namespace CrisisFlow.Testing.Stores;

/// <summary>
/// Counts what Table Storage would bill: each read, each page of a scan, each entity of a transaction; and what it
/// would keep.
/// </summary>
public sealed class CountingStore(IEntityStore inner) : IEntityStore
{
    /// <summary>Entities of one answer to a scan.</summary>
    private const int Page = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Table, string Partition, string Row), long> _kept = [];

    /// <summary>Transactions as they are billed.</summary>
    public long Transactions { get; private set; }

    /// <summary>Bytes of everything that is kept, by the service's own formula.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
                return _kept.Values.Sum();
        }
    }

    public long BytesOf(string table)
    {
        lock (_lock)
            return _kept.Where(one => one.Key.Table == table).Sum(one => one.Value);
    }

    /// <summary>How many transactions something takes.</summary>
    public async Task<long> CountAsync(Func<Task> what)
    {
        var before = Transactions;
        await what();
        return Transactions - before;
    }

    public Task CreateTablesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default) =>
        inner.CreateTablesAsync(tables, cancellation);

    public Task<Entity?> GetAsync(string table, EntityKey key, CancellationToken cancellation = default)
    {
        Add(1);
        return inner.GetAsync(table, key, cancellation);
    }

    public async IAsyncEnumerable<Entity> ScanAsync(
        string table,
        string partition,
        RowRange range,
        int? take = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        Add(1);
        var read = 0;
        await foreach (var entity in inner.ScanAsync(table, partition, range, take, cancellation))
        {
            if (++read % Page == 1 && read > 1)
                Add(1);
            yield return entity;
        }
    }

    public async Task<CommitResult> CommitAsync(
        string table,
        string partition,
        IReadOnlyList<EntityChange> changes,
        CancellationToken cancellation = default
    )
    {
        Add(changes.Count);
        var result = await inner.CommitAsync(table, partition, changes, cancellation);
        if (result is CommitResult.Committed)
            lock (_lock)
                foreach (var change in changes)
                    Keep((table, partition, change.Row), change);
        return result;
    }

    private void Add(int transactions)
    {
        lock (_lock)
            Transactions += transactions;
    }

    private void Keep((string, string, string) key, EntityChange change)
    {
        var properties = change switch
        {
            EntityChange.Insert insert => insert.Properties,
            EntityChange.Replace replace => replace.Properties,
            EntityChange.Upsert upsert => upsert.Properties,
            _ => null,
        };
        if (properties is null)
            _kept.Remove(key);
        else
            _kept[key] =
                4
                + (2 * (key.Item2.Length + key.Item3.Length))
                + properties.Sum(p => 8 + (2 * p.Key.Length) + SizeOf(p.Value));
    }

    private static long SizeOf(object value) =>
        value switch
        {
            string text => 4 + (2 * text.Length),
            byte[] bytes => 4 + bytes.Length,
            _ => 8,
        };
}
