using Microsoft.DurableTask.Client;

namespace CrisisFlow.Azure.Orchestrations;

/// <summary>Runs of cases that are over, for whoever deletes their histories.</summary>
public static class EndedRuns
{
    /// <summary>
    /// A beginning is named although none is meant: without one the side that takes the request falls over it.
    /// </summary>
    public static PurgeInstancesFilter CreatedBefore(DateTimeOffset until) =>
        new(
            CreatedFrom: DateTimeOffset.UnixEpoch,
            CreatedTo: until,
            Statuses:
            [
                OrchestrationRuntimeStatus.Completed,
                OrchestrationRuntimeStatus.Failed,
                OrchestrationRuntimeStatus.Terminated,
            ]
        );
}
