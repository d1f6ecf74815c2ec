using System.Collections.Concurrent;
using System.Threading.Channels;
using CrisisFlow.Cases;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>
/// Runs cases in one process: advance, perform, again, until nothing is due. One case never runs twice at once; cases
/// run side by side.
/// </summary>
public sealed class CaseRunner(CaseStep step, CaseActionRunner actions, CaseSweep sweep, TimeProvider time) : ICaseHost
{
    private readonly ConcurrentDictionary<CaseId, SemaphoreSlim> _gates = new();
    private readonly Channel<CaseId> _woken = Channel.CreateUnbounded<CaseId>();

    /// <summary>
    /// Cases that were woken and may have effects to perform: the host reads these and calls <see cref="RunAsync"/> for
    /// each.
    /// </summary>
    public ChannelReader<CaseId> Woken => _woken.Reader;

    /// <summary>
    /// Processes pending signals at once; mails and publications are left to the reader of <see cref="Woken"/>, so that
    /// nobody who clicks waits for them.
    /// </summary>
    public async Task WakeAsync(CaseId caseId, CancellationToken cancellation = default)
    {
        await Gated(caseId, () => step.AdvanceAsync(caseId, time.GetUtcNow(), cancellation), cancellation);
        _woken.Writer.TryWrite(caseId);
    }

    /// <summary>Runs the case until it waits for time, a person or a retry.</summary>
    /// <returns>The case's progress afterwards.</returns>
    public Task<CaseProgress> RunAsync(CaseId caseId, CancellationToken cancellation = default) =>
        Gated(
            caseId,
            async () =>
            {
                while (true)
                {
                    var progress = await step.AdvanceAsync(caseId, time.GetUtcNow(), cancellation);
                    var moved = false;
                    foreach (var effect in progress.PendingActions)
                        moved |=
                            await actions.PerformAsync(caseId, effect, time.GetUtcNow(), cancellation)
                                is not ActionOutcome.FailedForNow;
                    if (!moved)
                        return progress;
                }
            },
            cancellation
        );

    /// <summary>
    /// Sweeps once and runs everything found, side by side. The host calls it at start and then every few seconds of
    /// its clock.
    /// </summary>
    /// <returns>When to sweep again at the latest; null = nothing is waiting for time.</returns>
    /// <exception cref="StoreUnavailableException">
    /// The store could not be read, or a case could not be run to its end; the others were.
    /// </exception>
    public async Task<DateTimeOffset?> SweepAsync(CancellationToken cancellation = default)
    {
        var (due, _) = await sweep.RunWithNextAsync(time.GetUtcNow(), cancellation);
        await Task.WhenAll(due.Select(id => RunAsync(id, cancellation)));
        return (await sweep.RunWithNextAsync(time.GetUtcNow(), cancellation)).Next;
    }

    private async Task<CaseProgress> Gated(CaseId caseId, Func<Task<CaseProgress>> run, CancellationToken cancellation)
    {
        var gate = _gates.GetOrAdd(caseId, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellation);
        try
        {
            return await run();
        }
        finally
        {
            gate.Release();
        }
    }
}
