using CrisisFlow.App.Health;
using CrisisFlow.Cases;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Local.Hosting;

/// <summary>
/// Runs each case as soon as it is woken, so that mails and publications do not wait for the next sweep.
/// </summary>
internal sealed class WokenCases(CaseRunner runner, ILogger<WokenCases> log)
{
    /// <summary>Cases run at the same time.</summary>
    private const int AtOnce = 8;

    public Task RunAsync(CancellationToken stopping) =>
        Parallel.ForEachAsync(
            runner.Woken.ReadAllAsync(stopping),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
            RunOneAsync
        );

    private async ValueTask RunOneAsync(CaseId woken, CancellationToken stopping)
    {
        try
        {
            await runner.RunAsync(woken, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
#pragma warning disable CA1031 // The outer edge of this run: the case stays due, and the sweep runs it again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.StageFailed(log, Stage.Cases, e);
        }
    }
}
