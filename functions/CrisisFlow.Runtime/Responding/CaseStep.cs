using CrisisFlow.Core.Cases;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Responding;

/// <summary>One turn of a case's loop: takes every signal not taken yet and every deadline that has come, decides, and stores events and effects together.</summary>
public sealed class CaseStep(IEntityStore store)
{
    /// <summary>Writers that meet go on meeting only by a fault; then the store is called unavailable and the host tries later.</summary>
    private const int MostConflicts = 50;

    private readonly OpenCases _open = new(store);
    private readonly CaseLoader _cases = new(store);

    /// <summary>May be called at any time, by several hosts at once; the store decides who is first.</summary>
    /// <param name="now">Deadlines up to and including this time are passed.</param>
    public async Task<CaseProgress> AdvanceAsync(CaseId caseId, DateTimeOffset now, CancellationToken cancellation = default)
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var row = await _open.ReadAsync(caseId, cancellation);
            var loaded = await _cases.ReadAsync(caseId, cancellation);
            if (await WorkAsync(loaded, row, now, cancellation) is not { } done) continue;
            _cases.Keep(done);
            return done.Progress();
        }

        throw new StoreUnavailableException($"Case '{caseId}' was written by others {MostConflicts} times in a row.");
    }

    /// <returns>Null when somebody else wrote first.</returns>
    private async Task<LoadedCase?> WorkAsync(LoadedCase loaded, Entity? openRow, DateTimeOffset now, CancellationToken cancellation)
    {
        string? due = null;
        var taken = new List<string>();
        await foreach (var queued in QueueAsync(loaded.Id, cancellation))
        {
            due = await _open.MakeDueAsync(loaded.Id, cancellation);
            if (await TakeAsync(loaded, queued, now, cancellation) is not { } next) return null;
            loaded = next;
            taken.Add(queued.Properties.Text("Signal") ?? "");
        }

        if (CaseDecider.NextDeadline(loaded.State) <= now
            && CaseDecider.Decide(new CaseCommand.PassTime(now), loaded.State) is Decision<CaseEvent, CaseRefusal>.Accepted { Events.Count: > 0 } passed)
        {
            due = await _open.MakeDueAsync(loaded.Id, cancellation);
            if (await CaseWrites.CommitAsync(store, loaded, loaded.With(passed.Events), [], cancellation) is not { } next) return null;
            loaded = next;
        }

        if (due is null && openRow?.Properties.Time("Due") <= now)
        {
            // Left due by somebody cut off or still at work. Touching the head makes a writer under way meet a conflict and make it due again.
            if (loaded.Events.Count > 0)
            {
                if (await CaseWrites.CommitAsync(store, loaded, loaded, [], cancellation) is not { } touched) return null;
                loaded = touched;
            }

            due = openRow.ETag;
        }

        if (due is not null)
        {
            await CaseList.UpdateAsync(store, loaded, cancellation);
            await _open.SettleAsync(loaded, due, cancellation);
        }

        foreach (var signal in taken)
            await _open.UnmarkAsync(loaded.Id, signal, cancellation);
        if (taken.Count == 0) await _open.ClearMarksAsync(loaded.Id, now, cancellation);
        return loaded;
    }

    private async IAsyncEnumerable<Entity> QueueAsync(CaseId id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        // Read whole before anything is written: a scan and writes to what it scans do not mix.
        var queue = new List<Entity>();
        await foreach (var row in store.ScanAsync(CaseTables.Cases, id.Value, RowRange.Prefix(CaseKeys.Queue), null, cancellation))
            queue.Add(row);
        foreach (var row in queue)
            yield return row;
    }

    private async Task<LoadedCase?> TakeAsync(LoadedCase loaded, Entity queued, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = queued.Properties.Text("Signal") ?? "";
        var stored = await store.GetAsync(CaseTables.Cases, new EntityKey(loaded.Id.Value, CaseKeys.Signal(id)), cancellation);
        if (stored is null || stored.Properties.Time("TakenAt") is not null) return null;
        var (events, refused, details) = Decide(CaseSignals.CommandOf(stored.Properties), loaded) switch
        {
            Decision<CaseEvent, CaseRefusal>.Refused r => ([], r.Reason, r.Details),
            Decision<CaseEvent, CaseRefusal>.Accepted a => (a.Events, (CaseRefusal?)null, ""),
            _ => ([], null, ""),
        };
        return await CaseWrites.CommitAsync(
            store,
            loaded,
            loaded.With(events),
            [
                new EntityChange.Replace(CaseKeys.Signal(id), CaseSignals.Taken(stored.Properties, now, refused, details), stored.ETag),
                new EntityChange.Delete(queued.Key.Row, queued.ETag),
            ],
            cancellation);
    }

    private static Decision<CaseEvent, CaseRefusal> Decide(CaseCommand? command, LoadedCase loaded) => command switch
    {
        null => Decision<CaseEvent, CaseRefusal>.Refuse(CaseRefusal.Unreadable, $"A signal of case '{loaded.Id}' is written in a form this version does not know."),
        CaseCommand.OpenCase opening when opening.Case != loaded.Id =>
            Decision<CaseEvent, CaseRefusal>.Refuse(CaseRefusal.OtherCase, $"Case '{opening.Case}' was opened under the id '{loaded.Id}'."),
        _ => CaseDecider.Decide(command, loaded.State),
    };
}
