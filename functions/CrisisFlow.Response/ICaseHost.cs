using CrisisFlow.Cases;

namespace CrisisFlow.Response;

/// <summary>What runs cases: the local runner, or one orchestration per case.</summary>
public interface ICaseHost
{
    /// <summary>
    /// Something was stored for this case: take it. Starts the case's run when there is none; calling it twice is
    /// harmless.
    /// </summary>
    Task WakeAsync(CaseId caseId, CancellationToken cancellation = default);
}
