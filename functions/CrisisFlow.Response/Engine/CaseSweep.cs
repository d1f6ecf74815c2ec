using CrisisFlow.Cases;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>
/// Finds every case with an untaken signal, a pending effect or a deadline that has come, whatever was cut before.
/// </summary>
public sealed class CaseSweep(IEntityStore store)
{
    private readonly OpenCases _open = new(store);

    /// <summary>Cases that have something to do at <paramref name="now"/>; the caller wakes them.</summary>
    public async Task<IReadOnlyList<CaseId>> RunAsync(DateTimeOffset now, CancellationToken cancellation = default) =>
        (await _open.DueAsync(now, cancellation)).Due;

    /// <summary>The same, with the next time another case is due; null = none waits for time.</summary>
    public Task<(IReadOnlyList<CaseId> Due, DateTimeOffset? Next)> RunWithNextAsync(
        DateTimeOffset now,
        CancellationToken cancellation = default
    ) => _open.DueAsync(now, cancellation);
}
