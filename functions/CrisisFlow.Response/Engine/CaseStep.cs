using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>
/// One turn of a case's loop: takes every signal not taken yet and every deadline that has come, decides, and stores
/// events and effects together.
/// </summary>
public sealed class CaseStep(IEntityStore store)
{
    /// <summary>
    /// Writers that meet go on meeting only by a fault; then the store is called unavailable and the host tries later.
    /// </summary>
    private const int MostConflicts = 50;

    private readonly OpenCases _open = new(store);
    private readonly CaseLoader _cases = new(store);

    /// <summary>May be called at any time, by several hosts at once; the store decides who is first.</summary>
    /// <param name="now">Deadlines up to and including this time are passed.</param>
    public async Task<CaseProgress> AdvanceAsync(
        CaseId caseId,
        DateTimeOffset now,
        CancellationToken cancellation = default
    )
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var row = await _open.ReadAsync(caseId, cancellation);
            var loaded = await _cases.ReadAsync(caseId, cancellation);
            if (await WorkAsync(loaded, row, now, cancellation) is not { } done)
                continue;
            _cases.Keep(done);
            return done.Progress();
        }

        throw new StoreUnavailableException($"Case '{caseId}' was written by others {MostConflicts} times in a row.");
    }

    /// <returns>Null when somebody else wrote first.</returns>
    private async Task<LoadedCase?> WorkAsync(
        LoadedCase loaded,
        Entity? openRow,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        string? due = null;
        var queue = await QueueAsync(loaded.Id, cancellation);
        var taken = 0;
        // What came at one moment, deadlines included, is one step as far as it fits: then nobody gets two mails about
        // it.
        while (taken < queue.Count || IsDue(loaded.State, now))
        {
            due = await _open.MakeDueAsync(loaded.Id, cancellation);
            var step = new StepDraft(loaded);
            for (; taken < queue.Count && step.HasRoom; taken++)
                if (!await AddAsync(step, queue[taken], now, cancellation))
                    return null;
            if (taken == queue.Count)
                step.PassTime(now);
            if (step.IsEmpty)
                break;
            if (
                await CaseWrites.CommitAsync(store, loaded, loaded.With(step.Events), step.Changes, cancellation)
                is not { } next
            )
                return null;
            loaded = next;
        }

        if (due is null && openRow?.Properties.Time("Due") <= now)
        {
            // Left due by somebody cut off or still at work. Touching the head makes a writer under way meet a conflict
            // and make it due again.
            if (loaded.Events.Count > 0)
            {
                if (await CaseWrites.CommitAsync(store, loaded, loaded, [], cancellation) is not { } touched)
                    return null;
                loaded = touched;
            }

            due = openRow.ETag;
        }

        if (due is not null)
        {
            await CaseList.UpdateAsync(store, loaded, cancellation);
            await _open.SettleAsync(loaded, due, cancellation);
        }

        foreach (var row in queue)
            await _open.UnmarkAsync(loaded.Id, row.Properties.Text("Signal") ?? "", cancellation);
        if (queue.Count == 0)
            await _open.ClearMarksAsync(loaded.Id, now, cancellation);
        return loaded;
    }

    private static bool IsDue(CaseState state, DateTimeOffset now) => CaseDecider.NextDeadline(state) <= now;

    private async Task<List<Entity>> QueueAsync(CaseId id, CancellationToken cancellation)
    {
        // Read whole before anything is written: a scan and writes to what it scans do not mix.
        var queue = new List<Entity>();
        await foreach (
            var row in store.ScanAsync(CaseTables.Cases, id.Value, RowRange.Prefix(CaseKeys.Queue), null, cancellation)
        )
            queue.Add(row);
        return queue;
    }

    /// <returns>False when somebody else took the signal.</returns>
    private async Task<bool> AddAsync(StepDraft step, Entity queued, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = queued.Properties.Text("Signal") ?? "";
        var stored = await store.GetAsync(
            CaseTables.Cases,
            new EntityKey(queued.Key.Partition, CaseKeys.Signal(id)),
            cancellation
        );
        if (stored is null || stored.Properties.Time("TakenAt") is not null)
            return false;
        step.Take(queued, stored, now);
        return true;
    }
}
