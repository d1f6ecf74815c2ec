using CrisisFlow.Core.Cases;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Responding;

/// <summary>Performs what cases ask of the world, each effect until it is done or failed for good.</summary>
public sealed class CaseEffects(IEntityStore store, CaseOutlets outlets)
{
    private const int MostConflicts = 50;

    private readonly OpenCases _open = new(store);
    private readonly CaseLoader _cases = new(store);

    /// <summary>Performs one effect unless it is done. The only thing that can happen twice is what was cut between performing and storing.</summary>
    public async Task<EffectOutcome> PerformAsync(CaseId caseId, string effectId, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var loaded = await _cases.ReadAsync(caseId, cancellation);
        if (Find(loaded, effectId) is not { } pending) return new EffectOutcome.Done();
        if (pending.RetryAt > now) return new EffectOutcome.FailedForNow(pending.RetryAt.Value, "It is not time to try again.");
        var answer = CaseDecider.StillWanted(loaded.State, pending.Effect)
            ? await EffectPerformance.RunAsync(outlets, loaded, pending.Effect, now, cancellation)
            : new EffectAnswer.Performed(null, "No longer wanted.");
        return await StoreAsync(loaded, effectId, answer, now, cancellation);
    }

    /// <summary>What was performed is stored whatever happens meanwhile: after a conflict it is decided again on the new state, and never performed again.</summary>
    private async Task<EffectOutcome> StoreAsync(LoadedCase loaded, string effectId, EffectAnswer answer, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if (Find(loaded, effectId) is not { } pending) return new EffectOutcome.Done();
            var (after, outcome) = EffectResult.Of(loaded, pending, answer, now);
            var due = await _open.MakeDueAsync(loaded.Id, cancellation);
            var row = new EntityChange.Upsert(CaseKeys.Effect(effectId), EffectResult.Row(pending, outcome, answer, now));
            if (await CaseWrites.CommitAsync(store, loaded, after, [row], cancellation) is { } written)
            {
                _cases.Keep(written);
                await CaseList.UpdateAsync(store, written, cancellation);
                await _open.SettleAsync(written, due, cancellation);
                return outcome;
            }

            loaded = await _cases.ReadAsync(loaded.Id, cancellation);
        }

        throw new StoreUnavailableException($"Case '{loaded.Id}' was written by others {MostConflicts} times in a row.");
    }

    private static PendingEffect? Find(LoadedCase loaded, string effectId) =>
        loaded.Head.Pending.FirstOrDefault(p => p.Effect.Id.Value == effectId);
}
