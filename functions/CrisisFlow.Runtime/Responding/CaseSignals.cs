using CrisisFlow.Core.Cases;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Responding;

/// <summary>Stores what people and the product tell a case. The case's host is woken afterwards; a sweep finds what was never taken.</summary>
public sealed class CaseSignals(IEntityStore store)
{
    /// <summary>Insert-only: the same id again changes nothing and says so.</summary>
    /// <param name="signalId">1 to 200 characters safe in a key; derived from what is signalled, for example round, person and purpose.</param>
    public Task<SignalResult> RaiseAsync(CaseId caseId, string signalId, CaseCommand command, PersonId? by, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{store}: signals are not stored yet.");
}
