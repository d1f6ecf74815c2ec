using CrisisFlow.Core.Cases;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Responding;

/// <summary>Finds every case with an untaken signal, a pending effect or a deadline that has come, whatever was cut before.</summary>
public sealed class CaseSweep(IEntityStore store)
{
    /// <summary>Cases that have something to do at <paramref name="now"/>; the caller wakes them.</summary>
    public Task<IReadOnlyList<CaseId>> RunAsync(DateTimeOffset now, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{store}: cases are not stored yet.");
}
