namespace CrisisFlow.Local.Hosting;

/// <summary>
/// Starts a run on every call, and waits for it a moment only: what takes longer goes on beside the next ones.
/// </summary>
internal sealed class OverlappingRuns(Func<CancellationToken, Task> run, TimeSpan patience, TimeProvider time)
{
    private readonly List<Task> _under = [];

    /// <summary>Fails with the failure of any run that ended since the last time, this one's included.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var started = run(stopping);
        _under.Add(started);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(started, Task.Delay(patience, time, waiting.Token));
        await waiting.CancelAsync();
        var ended = _under.Where(static task => task.IsCompleted).ToList();
        _under.RemoveAll(static task => task.IsCompleted);
        await Task.WhenAll(ended);
    }
}
