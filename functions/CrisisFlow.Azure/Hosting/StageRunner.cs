using CrisisFlow.App.Health;
using CrisisFlow.Storage;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Hosting;

/// <summary>Runs a stage and notes how that went, for /health and the heartbeat.</summary>
public sealed class StageRunner
{
    private readonly StageHealth _board;
    private readonly StageStore _table;
    private readonly TimeProvider _time;
    private readonly ILogger<StageRunner> _log;

    public StageRunner(StageHealth board, StageStore table, TimeProvider time, ILogger<StageRunner> log)
    {
        (_board, _table, _time, _log) = (board, table, time, log);
        foreach (var stage in Stage.RunAllTheTime)
            board.Expect(stage);
    }

    public async Task RunAsync(string stage, Func<CancellationToken, Task> run, CancellationToken cancellation)
    {
        var start = _time.GetTimestamp();
        try
        {
            await run(cancellation);
            _board.Ran(stage);
            // The heartbeat outside: an alert waits for this line.
            HostLog.StageRan(_log, stage, _time.GetElapsedTime(start).TotalSeconds);
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested)
        {
            // Noted here, logged by FunctionFaults, and taken by the Functions host.
            _board.Failed(stage, failed.Message);
            throw;
        }
        finally
        {
            await NoteAsync(stage);
        }
    }

    /// <summary>
    /// Brings the board up to date with what the app's other instances ran; without the store it says what this one
    /// knows.
    /// </summary>
    /// <returns>False when the store did not answer.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellation)
    {
        try
        {
            await _table.ShowOnAsync(_board, cancellation);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private async Task NoteAsync(string stage)
    {
        if (_board.Runs.FirstOrDefault(one => one.Stage == stage) is not { LastRun: not null } noted)
            return;
        try
        {
            await _table.SaveAsync(noted, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // Noted on this instance; how the stage itself ended must not be covered up.
        }
    }
}
