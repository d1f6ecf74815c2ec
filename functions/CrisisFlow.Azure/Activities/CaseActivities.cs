using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Core.Cases;
using CrisisFlow.Runtime.Responding;
using Microsoft.Azure.Functions.Worker;

namespace CrisisFlow.Azure.Activities;

/// <summary>The two things an orchestration asks for. Both may be called again at any time: the store knows what was taken and what was done.</summary>
public sealed class CaseActivities(CaseStep step, CaseEffects effects)
{
    public const string Advance = "AdvanceCase";
    public const string Perform = "PerformEffect";

    [Function(Advance)]
    public async Task<CaseStand> AdvanceAsync([ActivityTrigger] CaseTurn turn, CancellationToken cancellation)
    {
        var progress = await step.AdvanceAsync(new CaseId(turn.CaseId), turn.Now, cancellation);
        return new CaseStand(progress.Events, progress.Phase?.ToString(), progress.NextDeadline, progress.PendingEffects, progress.IsTerminal);
    }

    [Function(Perform)]
    public async Task<EffectAnswer> PerformAsync([ActivityTrigger] EffectTurn turn, CancellationToken cancellation)
    {
        var outcome = await effects.PerformAsync(new CaseId(turn.CaseId), turn.EffectId, turn.Now, cancellation);
        return new EffectAnswer(outcome is EffectOutcome.FailedForNow(var retryAt, _) ? retryAt : null);
    }
}
