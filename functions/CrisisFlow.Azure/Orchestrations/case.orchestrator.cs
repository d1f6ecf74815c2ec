using CrisisFlow.Azure.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrisisFlow.Azure.Orchestrations;

/// <summary>One case's loop: take what happened, perform what it asks for, wait. The instance id is the case's id; it decides nothing.</summary>
public static class CaseOrchestrator
{
    public const string Name = "Case";

    /// <summary>Something was stored for this case. What it was is in the store.</summary>
    public const string Signal = "signal";

    // A turn adds some ten rows to a history that is read again at every step; at this many it is cut at the next quiet point.
    private const int TurnsPerGeneration = 20;

    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var run = context.GetInput<CaseRun>() ?? throw new InvalidOperationException($"Case '{context.InstanceId}' was started without an input.");
        var retries = new SortedDictionary<string, DateTimeOffset>(run.Retries, StringComparer.Ordinal);
        // One wait, kept across turns: a new one after every timer would leave waiters behind that eat later signals.
        var signal = context.WaitForExternalEvent<string>(Signal);
        for (var turn = 1; ; turn++)
        {
            while (signal.IsCompleted) signal = context.WaitForExternalEvent<string>(Signal);
            var stand = await context.CallActivityAsync<CaseStand>(CaseActivities.Advance, new CaseTurn(run.CaseId, Now(context)), CaseRetry.Options);
            context.SetCustomStatus(stand);
            if (await PerformAsync(context, run.CaseId, stand.Effects, retries)) continue;
            if (stand.Ended && stand.Effects.Count == 0) return;
            if (signal.IsCompleted) continue;
            if (turn >= TurnsPerGeneration)
            {
                context.ContinueAsNew(run with { Events = stand.Events, Retries = retries });
                return;
            }

            await WaitAsync(context, signal, stand.Effects.Where(retries.ContainsKey).Select(effect => (DateTimeOffset?)retries[effect]).Append(stand.NextDeadline).Min());
        }
    }

    /// <returns>True when something came of an effect, so that the case has to be looked at again before anybody waits.</returns>
    private static async Task<bool> PerformAsync(TaskOrchestrationContext context, string caseId, IReadOnlyList<string> effects, SortedDictionary<string, DateTimeOffset> retries)
    {
        var settled = 0;
        foreach (var effect in effects)
        {
            if (retries.TryGetValue(effect, out var due) && due > Now(context)) continue;
            retries.Remove(effect);
            try
            {
                var answer = await context.CallActivityAsync<PerformedAction>(CaseActivities.Perform, new ActionTurn(caseId, effect, Now(context)), CaseRetry.Options);
                if (answer.RetryAt is { } retryAt) retries[effect] = retryAt;
                else settled++;
            }
            catch (TaskFailedException)
            {
                // A bug, or a store that stays away: it must not hold up the case's other effects and deadlines.
                retries[effect] = Now(context) + CaseRetry.AfterFault;
            }
        }

        return settled > 0;
    }

    private static async Task WaitAsync(TaskOrchestrationContext context, Task signal, DateTimeOffset? until)
    {
        using var lost = new CancellationTokenSource();
        await Task.WhenAny(until is { } at ? [signal, context.CreateTimer(at.UtcDateTime, lost.Token)] : [signal]);
        // A timer that lost would otherwise keep the orchestration alive until it fires.
        lost.Cancel();
    }

    private static DateTimeOffset Now(TaskOrchestrationContext context) => new(context.CurrentUtcDateTime, TimeSpan.Zero);
}
