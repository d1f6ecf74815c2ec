using CrisisFlow.Runtime.Ports;
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
        await RefreshAsync(cancellation);
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
            await NoteAsync(stage);
        }
    }

    /// <summary>Brings the board up to date with what the app's other instances ran; without the store it says what this one knows.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        try
        {
            await _table.ShowOnAsync(_board, cancellation);
        }
        catch (StoreUnavailableException)
        {
            // /health must answer when the store does not; the stages that need it stand still soon enough.
        }
    }

    private async Task NoteAsync(string stage)
    {
        if (_board.Runs.FirstOrDefault(one => one.Stage == stage) is not { LastRun: not null } noted) return;
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
