using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using CrisisFlow.Storage;

namespace CrisisFlow.Azure.Storage;

/// <summary>The entity store over Azure Table Storage; on a developer's machine over Azurite.</summary>
/// <param name="reads">May repeat a call by itself: reading twice changes nothing.</param>
/// <param name="writes">
/// Must not repeat a call by itself: a repeated insert whose first answer was lost would come back as a conflict with
/// itself.
/// </param>
internal sealed class TableEntityStore(TableServiceClient reads, TableServiceClient writes) : IEntityStore
{
    // What the service allows in one page of a query.
    private const int PageSize = 1000;

    private readonly ConcurrentDictionary<string, TableClient> _reads = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TableClient> _writes = new(StringComparer.Ordinal);

    public async Task CreateTablesAsync(IReadOnlyList<string> tables, CancellationToken cancellation = default)
    {
        foreach (var table in tables)
        {
            EntityLimits.CheckTable(table);
            await TableFailure.TranslateAsync(
                () => reads.CreateTableIfNotExistsAsync(table, cancellation),
                cancellation
            );
        }
    }

    public async Task<Entity?> GetAsync(string table, EntityKey key, CancellationToken cancellation = default)
    {
        EntityLimits.CheckPartition(table, key.Partition);
        EntityLimits.CheckRow(table, key.Row);
        var found = await TableFailure.TranslateAsync(
            () =>
                Reads(table)
                    .GetEntityIfExistsAsync<TableEntity>(key.Partition, key.Row, cancellationToken: cancellation),
            cancellation
        );
        if (found.HasValue)
            return EntityMapping.Read(found.Value!);
        return TableFailure.IsMissingTable(found.GetRawResponse())
            ? throw new StoreUnavailableException($"Table {table} is not there.")
            : null;
    }

    public async IAsyncEnumerable<Entity> ScanAsync(
        string table,
        string partition,
        RowRange range,
        int? take = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        EntityLimits.CheckPartition(table, partition);
        var left = take ?? int.MaxValue;
        if (left <= 0)
            yield break;
        await using var rows = Reads(table)
            .QueryAsync<TableEntity>(
                Filter(partition, range),
                Math.Min(left, PageSize),
                cancellationToken: cancellation
            )
            .GetAsyncEnumerator(cancellation);
        while (left-- > 0 && await TableFailure.TranslateAsync(() => rows.MoveNextAsync().AsTask(), cancellation))
            yield return EntityMapping.Read(rows.Current);
    }

    public async Task<CommitResult> CommitAsync(
        string table,
        string partition,
        IReadOnlyList<EntityChange> changes,
        CancellationToken cancellation = default
    )
    {
        EntityLimits.CheckCommit(table, partition, changes);
        try
        {
            var actions = changes.Select(change => EntityMapping.Write(partition, change));
            var done = await TableFailure.TranslateAsync(
                () => Writes(table).SubmitTransactionAsync(actions, cancellation),
                cancellation
            );
            return new CommitResult.Committed([.. done.Value.Select(answer => answer.Headers.ETag?.ToString() ?? "")]);
        }
        catch (TableTransactionFailedException failed) when (TableFailure.ConflictOf(failed.Status) is { } kind)
        {
            return new CommitResult.Conflict(failed.FailedTransactionActionIndex ?? 0, kind);
        }
    }

    private static string Filter(string partition, RowRange range) =>
        range switch
        {
            (null, null) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
            ({ } from, null) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from}"),
            (null, { } to) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {to}"),
            ({ } from, { } to) => TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"
            ),
        };

    private TableClient Reads(string table) => _reads.GetOrAdd(table, reads.GetTableClient);

    private TableClient Writes(string table) => _writes.GetOrAdd(table, writes.GetTableClient);
}
