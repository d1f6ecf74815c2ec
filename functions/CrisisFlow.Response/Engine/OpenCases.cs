using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>
/// Which cases may have something to do. A case's row is made due before anything of the case is written and settled
/// after it,
/// with the ETag of its own making: a writer cut off in between leaves it due, and an overtaken one leaves it to the
/// other.
/// </summary>
internal sealed class OpenCases(IEntityStore store)
{
    /// <summary>A mark whose signal never came is forgotten after this long.</summary>
    private static readonly TimeSpan OrphanAge = TimeSpan.FromDays(1);

    public Task<Entity?> ReadAsync(CaseId id, CancellationToken cancellation) =>
        store.GetAsync(CaseTables.Open, new EntityKey(CaseKeys.Everything, CaseKeys.OpenCase(id)), cancellation);

    /// <returns>The ETag to settle with.</returns>
    public async Task<string> MakeDueAsync(CaseId id, CancellationToken cancellation)
    {
        var row = new EntityProperties { { "Due", DateTimeOffset.UnixEpoch } };
        var result = await store.CommitAsync(
            CaseTables.Open,
            CaseKeys.Everything,
            [new EntityChange.Upsert(CaseKeys.OpenCase(id), row)],
            cancellation
        );
        return result is CommitResult.Committed committed ? committed.ETags[0] : "";
    }

    public Task SettleAsync(LoadedCase settled, string etag, CancellationToken cancellation)
    {
        var row = CaseKeys.OpenCase(settled.Id);
        EntityChange change =
            settled.Head.Pending.Count == 0 && (CaseDecider.IsTerminal(settled.State) || settled.Events.Count == 0)
                ? new EntityChange.Delete(row, etag)
                : new EntityChange.Replace(row, new EntityProperties { { "Due", settled.Due() } }, etag);
        return store.CommitAsync(CaseTables.Open, CaseKeys.Everything, [change], cancellation);
    }

    public Task MarkAsync(CaseId id, string signal, DateTimeOffset at, CancellationToken cancellation) =>
        store.CommitAsync(
            CaseTables.Open,
            CaseKeys.Everything,
            [new EntityChange.Upsert(CaseKeys.Mark(id, signal), new EntityProperties { { "At", at } })],
            cancellation
        );

    public Task UnmarkAsync(CaseId id, string signal, CancellationToken cancellation) =>
        store.CommitAsync(
            CaseTables.Open,
            CaseKeys.Everything,
            [new EntityChange.Delete(CaseKeys.Mark(id, signal))],
            cancellation
        );

    /// <summary>Removes marks whose signals were taken, and those whose signals never came.</summary>
    public async Task ClearMarksAsync(CaseId id, DateTimeOffset now, CancellationToken cancellation)
    {
        var prefix = CaseKeys.Marks(id);
        var marks = new List<(string Signal, DateTimeOffset At)>();
        await foreach (
            var row in store.ScanAsync(
                CaseTables.Open,
                CaseKeys.Everything,
                RowRange.Prefix(prefix),
                null,
                cancellation
            )
        )
            marks.Add((row.Key.Row[prefix.Length..], row.Properties.Time("At") ?? now));
        foreach (var (signal, at) in marks)
        {
            var stored = await store.GetAsync(
                CaseTables.Cases,
                new EntityKey(id.Value, CaseKeys.Signal(signal)),
                cancellation
            );
            if (stored is null ? now - at > OrphanAge : stored.Properties.Time("TakenAt") is not null)
                await UnmarkAsync(id, signal, cancellation);
        }
    }

    /// <summary>Cases that are due or have a mark, each once, and the next time another one is due.</summary>
    public async Task<(IReadOnlyList<CaseId> Due, DateTimeOffset? Next)> DueAsync(
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var due = new List<CaseId>();
        DateTimeOffset? next = null;
        await foreach (
            var row in store.ScanAsync(CaseTables.Open, CaseKeys.Everything, RowRange.All, null, cancellation)
        )
        {
            var parts = row.Key.Row.Split('.', 3);
            var id = new CaseId(parts[1]);
            if (parts[0] == "s" || row.Properties.Time("Due") <= now)
            {
                if (!due.Contains(id))
                    due.Add(id);
            }
            else if (row.Properties.Time("Due") is { } later && (next is null || later < next))
            {
                next = later;
            }
        }

        return (due, next);
    }
}
