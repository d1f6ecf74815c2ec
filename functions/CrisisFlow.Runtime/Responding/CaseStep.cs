using CrisisFlow.Core.Cases;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Responding;

/// <summary>One turn of a case's loop: takes every signal not taken yet and every deadline that has come, decides, and stores events and effects together.</summary>
public sealed class CaseStep(IEntityStore store)
{
    /// <summary>May be called at any time, by several hosts at once; the store decides who is first.</summary>
    /// <param name="now">Deadlines up to and including this time are passed.</param>
    public Task<CaseProgress> AdvanceAsync(CaseId caseId, DateTimeOffset now, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{store}: cases are not stored yet.");
}
