using CrisisFlow.Storage;
using Microsoft.DurableTask;

namespace CrisisFlow.Azure.Orchestrations;

/// <summary>
/// When an activity that threw is called again. Only a store that could not answer is worth it: what an adapter reports
/// comes back
/// as an answer, and a bug stays a bug.
/// </summary>
internal static class CaseRetry
{
    /// <summary>Until an effect whose activity failed altogether is tried again.</summary>
    public static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(5);

    /// <summary>Six tries over about a minute.</summary>
    public static readonly RetryPolicy Policy = new(
        6,
        TimeSpan.FromSeconds(2),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(1)
    )
    {
        HandleFailure = CanHelp,
    };

    public static readonly TaskOptions Options = TaskOptions.FromRetryPolicy(Policy);

    /// <summary>The type's name may stand at any depth: the worker wraps what an activity threw.</summary>
    public static bool CanHelp(TaskFailureDetails failure)
    {
        for (TaskFailureDetails? inner = failure; inner is not null; inner = inner.InnerFailure)
            if (inner.ErrorType == typeof(StoreUnavailableException).FullName)
                return true;
        return false;
    }
}
