using CrisisFlow.App.Health;

namespace CrisisFlow.Local.Hosting;

/// <summary>
/// Runs one stage again and again on the host's clock until it is stopped. A failure is logged, and the next run comes
/// all the same.
/// </summary>
internal sealed class StageLoop(HostStage stage, StageHealth health, TimeProvider time, ILogger<StageLoop> log)
{
    public async Task RunAsync(CancellationToken stopping)
    {
        health.Expect(stage.Name);
        while (!stopping.IsCancellationRequested)
        {
            await RunOnceAsync(stopping);
            await Task.Delay(stage.Interval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The outer edge of everything a stage does: here, and only here, any failure is caught.</summary>
    public async Task RunOnceAsync(CancellationToken stopping)
    {
        try
        {
            await stage.Run(stopping);
            health.Ran(stage.Name);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
#pragma warning disable CA1031 // One catch-all per host, at its outer edge.
        catch (Exception e)
#pragma warning restore CA1031
        {
            health.Failed(stage.Name, e.Message);
            Log.StageFailed(log, stage.Name, e);
        }
    }
}
