using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>Performs the actions that cases ask for, each until it is done or has failed for good.</summary>
public sealed class CaseActionRunner(
    IEntityStore store,
    IEnumerable<ICaseActionPerformer> performers,
    ActionClaim claim
)
{
    private const int MostConflicts = 50;

    private readonly Dictionary<Type, ICaseActionPerformer> _performers = performers.ToDictionary(performer =>
        performer.Kind
    );

    private readonly OpenCases _open = new(store);
    private readonly CaseLoader _cases = new(store);

    /// <summary>
    /// Performs one effect unless it is done or somebody else is at it. The only thing that can happen twice is what
    /// was cut between performing and storing.
    /// </summary>
    public async Task<ActionOutcome> PerformAsync(
        CaseId caseId,
        string effectId,
        DateTimeOffset now,
        CancellationToken cancellation = default
    )
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var loaded = await _cases.ReadAsync(caseId, cancellation);
            if (Find(loaded, effectId) is not { } pending)
                return new ActionOutcome.Done();
            if (pending.RetryAt > now)
                return new ActionOutcome.FailedForNow(
                    pending.RetryAt.Value,
                    "It is not time to try again, or somebody is at it."
                );
            if (!CaseDecider.StillWanted(loaded.State, pending.Action))
                return await StoreAsync(
                    loaded,
                    effectId,
                    new ActionAnswer.Performed(null, "No longer wanted."),
                    now,
                    cancellation
                );
            if (await ClaimAsync(loaded, pending, now, cancellation) is not { } claimed)
                continue;
            var answer = await AnswerAsync(claimed, pending.Action, now, cancellation);
            return await StoreAsync(claimed, effectId, answer, now, cancellation);
        }

        throw Busy(caseId);
    }

    private async Task<ActionAnswer> AnswerAsync(
        LoadedCase loaded,
        CaseAction action,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (!_performers.TryGetValue(action.GetType(), out var performer))
            throw new InvalidOperationException($"Nothing performs {action.GetType().Name}.");
        return loaded.Record is { } record
            ? await performer.PerformAsync(record, action, now, cancellation)
            : new ActionAnswer.ForGood($"There is no case '{loaded.Id}'.");
    }

    /// <summary>
    /// A claim is a try that is not to be repeated before its time, written before the try: two who meet replace the
    /// same head, and one of them loses.
    /// </summary>
    /// <returns>Null when somebody else wrote the case first.</returns>
    private async Task<LoadedCase?> ClaimAsync(
        LoadedCase loaded,
        PendingAction pending,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (claim.Length == TimeSpan.Zero)
            return loaded;
        var mine = pending with { RetryAt = now + claim.Length };
        var head = loaded.Head with { Pending = [.. loaded.Head.Pending.Select(p => p == pending ? mine : p)] };
        if (
            await CaseWrites.CommitAsync(store, loaded, loaded with { Head = head }, [], cancellation)
            is not { } claimed
        )
            return null;
        _cases.Keep(claimed);
        return claimed;
    }

    /// <summary>
    /// What was performed is stored whatever happens meanwhile: after a conflict it is decided again on the new state,
    /// and never performed again.
    /// </summary>
    private async Task<ActionOutcome> StoreAsync(
        LoadedCase loaded,
        string effectId,
        ActionAnswer answer,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if (Find(loaded, effectId) is not { } pending)
                return new ActionOutcome.Done();
            var (after, outcome) = ActionResult.Of(loaded, pending, answer, now);
            var due = await _open.MakeDueAsync(loaded.Id, cancellation);
            var row = new EntityChange.Upsert(
                CaseKeys.Action(effectId),
                ActionResult.Row(pending, outcome, answer, now)
            );
            if (await CaseWrites.CommitAsync(store, loaded, after, [row], cancellation) is { } written)
            {
                _cases.Keep(written);
                await CaseList.UpdateAsync(store, written, cancellation);
                await _open.SettleAsync(written, due, cancellation);
                return outcome;
            }

            loaded = await _cases.ReadAsync(loaded.Id, cancellation);
        }

        throw Busy(loaded.Id);
    }

    private static StoreUnavailableException Busy(CaseId id) =>
        new($"Case '{id}' was written by others {MostConflicts} times in a row.");

    private static PendingAction? Find(LoadedCase loaded, string effectId) =>
        loaded.Head.Pending.FirstOrDefault(p => p.Action.Id.Value == effectId);
}
