using System.Collections.Concurrent;
using CrisisFlow.App.Health;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Hosting;

/// <summary>Runs a stage and notes how that went, for /health and the heartbeat.</summary>
public sealed class StageRunner
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _wellNoted = new();
    private readonly StageHealth _board;
    private readonly StageStore _table;
    private readonly TimeProvider _time;
    private readonly ILogger<StageRunner> _log;

    /// <summary>How often it is noted that a stage still runs well; /health and the heartbeat wait longer.</summary>
    private readonly TimeSpan _again;

    public StageRunner(
        StageHealth board,
        StageStore table,
        CrisisFlowSettings settings,
        TimeProvider time,
        ILogger<StageRunner> log
    )
    {
        (_board, _table, _time, _log) = (board, table, time, log);
        _again = TimeSpan.FromTicks(Math.Min(Most.Ticks, settings.Stages.Heartbeat.Ticks / 3));
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
        var now = _time.GetUtcNow();
        var isNews = noted.Problem is not null || noted.FailuresInARow > 0;
        if (!isNews && _wellNoted.TryGetValue(stage, out var before) && now - before < _again)
            return;
        try
        {
            await _table.SaveAsync(noted, CancellationToken.None);
            if (isNews)
                _wellNoted.TryRemove(stage, out _);
            else
                _wellNoted[stage] = now;
        }
        catch (StoreUnavailableException)
        {
            // Noted on this instance; how the stage itself ended must not be covered up.
        }
    }
}
