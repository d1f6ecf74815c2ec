using CrisisFlow.Azure.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrisisFlow.Azure.Orchestrations;

/// <summary>
/// One case's loop: take what happened, perform what it asks for, wait. The instance id is the case's id; it decides
/// nothing.
/// </summary>
public static class CaseOrchestrator
{
    public const string Name = "Case";

    /// <summary>Something was stored for this case. What it was is in the store.</summary>
    public const string Signal = "signal";

    // A turn adds some ten rows to a history that is read again at every step; at this many it is cut at the next quiet
    // point.
    private const int TurnsPerGeneration = 20;

    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var run =
            context.GetInput<CaseRun>()
            ?? throw new InvalidOperationException($"Case '{context.InstanceId}' was started without an input.");
        var retries = new SortedDictionary<string, DateTimeOffset>(run.Retries, StringComparer.Ordinal);
        var beside = new Announcing(context, run, retries);
        // One wait, kept across turns: a new one after every timer would leave waiters behind that eat later signals.
        var signal = context.WaitForExternalEvent<string>(Signal);
        for (var turn = 1; ; turn++)
        {
            while (signal.IsCompleted)
                signal = context.WaitForExternalEvent<string>(Signal);
            await beside.EndedWellAsync();
            var stand = await context.CallActivityAsync<CaseStand>(
                CaseActivities.Advance,
                new CaseTurn(run.CaseId, Performing.Now(context)),
                CaseRetry.Options
            );
            context.SetCustomStatus(CaseStatus.Of(stand));
            if (await Performing.AllAsync(context, run, beside.Without(stand.Effects), retries))
                continue;
            if (stand.Ended && stand.Effects.Count == 0)
                return;
            beside.Begin(stand.Effects);
            if (signal.IsCompleted)
                continue;
            if (turn >= TurnsPerGeneration && beside.Open is [])
            {
                context.ContinueAsNew(run with { Version = CaseRun.Current, Events = stand.Events, Retries = retries });
                return;
            }

            var next = stand
                .Effects.Where(retries.ContainsKey)
                .Select(effect => (DateTimeOffset?)retries[effect])
                .Append(stand.NextDeadline)
                .Min();
            await WaitAsync(context, signal, beside, next, stand.Ended);
        }
    }

    private static async Task WaitAsync(
        TaskOrchestrationContext context,
        Task signal,
        Announcing beside,
        DateTimeOffset? until,
        bool isEnded
    )
    {
        using var lost = new CancellationTokenSource();
        Task[] awaited = until is { } at ? [signal, context.CreateTimer(at.UtcDateTime, lost.Token)] : [signal];
        do await Task.WhenAny([.. awaited, .. beside.Open]);
        while (!awaited.Any(task => task.IsCompleted) && await beside.EndedWellAsync() && !isEnded);
        // A timer that lost would otherwise keep the orchestration alive until it fires.
        lost.Cancel();
    }
}
