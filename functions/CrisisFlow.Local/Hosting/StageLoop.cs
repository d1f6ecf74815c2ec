using CrisisFlow.App.Health;

namespace CrisisFlow.Local.Hosting;

/// <summary>Runs one stage again and again on the host's clock until it is stopped. A failure is told and the next run comes all the same.</summary>
internal sealed class StageLoop(string stage, TimeSpan interval, Func<CancellationToken, Task> run, StageHealth board, TimeProvider time, ILogger<StageLoop> log)
{
    private TaskCompletionSource _nudge = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs the stage at once instead of at its next time.</summary>
    public void Nudge() => Volatile.Read(ref _nudge).TrySetResult();

    public async Task RunAsync(CancellationToken stopping)
    {
        board.Expect(stage);
        while (!stopping.IsCancellationRequested)
        {
            var nudge = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _nudge, nudge);
            await RunOnceAsync(stopping);
            try
            {
                using var timer = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                await Task.WhenAny(Task.Delay(interval, time, timer.Token), nudge.Task);
                await timer.CancelAsync();
            }
            catch (OperationCanceledException)
            {
            }
        }
    }

    /// <summary>The outer edge of everything a stage does: here, and only here, any failure is caught.</summary>
    public async Task RunOnceAsync(CancellationToken stopping)
    {
        try
        {
            await run(stopping);
            board.Ran(stage);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // One catch-all per host, at its outer edge.
        catch (Exception e)
#pragma warning restore CA1031
        {
            board.Failed(stage, e.Message);
            Log.StageFailed(log, stage, e);
        }
    }
}
