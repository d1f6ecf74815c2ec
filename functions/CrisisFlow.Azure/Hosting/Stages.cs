using CrisisFlow.Runtime.Running;

namespace CrisisFlow.Azure.Hosting;

/// <summary>Runs a stage and notes how that went, for /health and the heartbeat.</summary>
public sealed class Stages
{
    private readonly StageBoard _board;
    private readonly StageTable _table;

    internal Stages(StageBoard board, StageTable table)
    {
        (_board, _table) = (board, table);
        foreach (var stage in new[] { Stage.Poll, Stage.Evaluate, Stage.Cases }) board.Expect(stage);
    }

    public async Task RunAsync(string stage, Func<CancellationToken, Task> run, CancellationToken cancellation)
    {
        await _table.ShowOnAsync(_board, cancellation);
        try
        {
            await run(cancellation);
            _board.Ran(stage);
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested)
        {
            // Noted here, reported by the Functions host, whose outer edge takes it.
            _board.Failed(stage, failed.Message);
            throw;
        }
        finally
        {
            if (_board.Runs.FirstOrDefault(one => one.Stage == stage) is { LastRun: not null } noted) await _table.SaveAsync(noted, CancellationToken.None);
        }
    }

    /// <summary>Brings the board up to date with what the app's other instances ran.</summary>
    public Task RefreshAsync(CancellationToken cancellation) => _table.ShowOnAsync(_board, cancellation);
}
