using CrisisFlow.Azure.Messaging;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Cases;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;
using Microsoft.Azure.Functions.Worker;

namespace CrisisFlow.Azure.Activities;

/// <summary>
/// The two things an orchestration asks for. Both may be called again at any time: the store knows what was taken and
/// what was done.
/// </summary>
public sealed class CaseActivities(CaseStep step, CaseActionRunner actions, CaseAnnouncer announcer)
{
    public const string Advance = "AdvanceCase";
    public const string Perform = "PerformEffect";

    /// <summary>
    /// Stands beside the case's own effects: its events go out on the topic "events" by the same loop, retried like
    /// them.
    /// </summary>
    public const string Announce = "announce";

    private static readonly TimeSpan AnnounceAgain = TimeSpan.FromMinutes(1);

    [Function(Advance)]
    public async Task<CaseStand> AdvanceAsync([ActivityTrigger] CaseTurn turn, CancellationToken cancellation)
    {
        var id = new CaseId(turn.CaseId);
        var progress = await step.AdvanceAsync(id, turn.Now, cancellation);
        string[] announce = await announcer.IsBehindAsync(id, progress.Events, cancellation) ? [Announce] : [];
        return new CaseStand(
            progress.Events,
            progress.Phase?.ToString(),
            progress.NextDeadline,
            [.. progress.PendingActions, .. announce],
            progress.IsTerminal
        );
    }

    [Function(Perform)]
    public async Task<PerformedAction> PerformAsync([ActivityTrigger] ActionTurn turn, CancellationToken cancellation)
    {
        var id = new CaseId(turn.CaseId);
        if (turn.EffectId == Announce)
            return await AnnounceAsync(id, turn.Now, cancellation);
        var outcome = await actions.PerformAsync(id, turn.EffectId, turn.Now, cancellation);
        return new PerformedAction(outcome is ActionOutcome.FailedForNow(var retryAt, _) ? retryAt : null);
    }

    private async Task<PerformedAction> AnnounceAsync(CaseId id, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            await announcer.SendAsync(id, cancellation);
            return new PerformedAction(null);
        }
        catch (StoreUnavailableException)
        {
            // Nobody waits for it: mails and publications go first.
            return new PerformedAction(now + AnnounceAgain);
        }
    }
}
