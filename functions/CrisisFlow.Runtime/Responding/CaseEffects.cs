using CrisisFlow.Core.Cases;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Responding;

/// <summary>Performs what cases ask of the world, each effect until it is done or failed for good.</summary>
public sealed class CaseEffects(IEntityStore store, CaseOutlets outlets)
{
    /// <summary>Performs one effect unless it is done. The only thing that can happen twice is what was cut between performing and storing.</summary>
    public Task<EffectOutcome> PerformAsync(CaseId caseId, string effectId, DateTimeOffset now, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{store} {outlets}: effects are not performed yet.");
}
