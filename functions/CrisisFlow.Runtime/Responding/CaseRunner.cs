using CrisisFlow.Core.Cases;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Responding;

/// <summary>Runs cases in one process: advance, perform, again, until nothing is due. One case never runs twice at once; cases run side by side.</summary>
public sealed class CaseRunner(CaseStep step, CaseEffects effects, CaseSweep sweep, TimeProvider time) : ICaseHost
{
    /// <summary>Runs the case until it waits for time, a person or a retry.</summary>
    public Task WakeAsync(CaseId caseId, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{step} {effects} {sweep} {time}: cases are not run yet.");

    /// <summary>Sweeps once and runs everything found. The host calls it at start and then every few seconds of its clock.</summary>
    /// <returns>When to sweep again at the latest; null = nothing is waiting for time.</returns>
    public Task<DateTimeOffset?> SweepAsync(CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{step} {effects} {sweep} {time}: cases are not run yet.");
}
