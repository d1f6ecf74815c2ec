using CrisisFlow.Azure.Activities;
using Microsoft.DurableTask;

namespace CrisisFlow.Azure.Orchestrations;

/// <summary>Performs one effect, and reads what came of it.</summary>
internal static class Performing
{
    /// <returns>
    /// True when something came of an effect, so that the case has to be looked at again before anybody waits.
    /// </returns>
    public static async Task<bool> AllAsync(
        TaskOrchestrationContext context,
        CaseRun run,
        IReadOnlyList<string> effects,
        SortedDictionary<string, DateTimeOffset> retries
    )
    {
        var settled = 0;
        foreach (var effect in effects)
        {
            if (retries.TryGetValue(effect, out var due) && due > Now(context))
                continue;
            retries.Remove(effect);
            if (await AnswerAsync(context, Begin(context, run, effect)) is { } retryAt)
                retries[effect] = retryAt;
            else
                settled++;
        }

        return settled > 0;
    }

    public static Task<PerformedAction> Begin(TaskOrchestrationContext context, CaseRun run, string effect) =>
        context.CallActivityAsync<PerformedAction>(
            CaseActivities.Perform,
            new ActionTurn(run.CaseId, effect, Now(context)),
            CaseRetry.Options
        );

    /// <returns>When the effect is to be tried again; null when it is done.</returns>
    public static async Task<DateTimeOffset?> AnswerAsync(TaskOrchestrationContext context, Task<PerformedAction> begun)
    {
        try
        {
            return (await begun).RetryAt;
        }
        catch (TaskFailedException)
        {
            // A bug, or a store that stays away: it must not hold up the case's other effects and deadlines.
            return Now(context) + CaseRetry.AfterFault;
        }
    }

    public static DateTimeOffset Now(TaskOrchestrationContext context) =>
        new(context.CurrentUtcDateTime, TimeSpan.Zero);
}
