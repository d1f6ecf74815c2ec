using CrisisFlow.App.Health;
using CrisisFlow.Azure.Hosting;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Stores;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Azure.Tests.Hosting;

public sealed class StagesTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryEntityStore _store = new();
    private readonly LogLines<StageRunner> _log = [];

    [Fact(Timeout = 120_000)]
    public async Task One_instance_knows_what_another_one_ran()
    {
        await _store.CreateTablesAsync([StageStore.Table]);
        var (one, other) = (new StageHealth(_clock), new StageHealth(_clock));
        await Over(one).RunAsync(Stage.Poll, _ => Task.CompletedTask, CancellationToken.None);

        await Over(other).RefreshAsync(CancellationToken.None);

        Assert.Equal(_clock.GetUtcNow(), other.Runs.Single(run => run.Stage == Stage.Poll).LastOk);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_stage_that_fails_is_noted_and_the_failure_goes_on()
    {
        await _store.CreateTablesAsync([StageStore.Table]);
        var (board, other) = (new StageHealth(_clock), new StageHealth(_clock));
        var stages = Over(board);
        await stages.RunAsync(Stage.Evaluate, _ => Task.CompletedTask, CancellationToken.None);
        _clock.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            stages.RunAsync(Stage.Evaluate, _ => throw new InvalidOperationException("broken"), CancellationToken.None)
        );
        await Over(other).RefreshAsync(CancellationToken.None);

        var run = other.Runs.Single(one => one.Stage == Stage.Evaluate);
        Assert.Equal(
            ("broken", 1, _clock.GetUtcNow(), _clock.GetUtcNow() - TimeSpan.FromHours(1)),
            (run.Problem, run.FailuresInARow, run.LastRun, run.LastOk)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_the_store_a_stage_fails_as_it_fails_and_health_says_what_this_instance_knows()
    {
        // No table: the store cannot answer.
        var board = new StageHealth(_clock);
        var stages = Over(board);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            stages.RunAsync(Stage.Poll, _ => throw new InvalidOperationException("broken"), CancellationToken.None)
        );
        await stages.RefreshAsync(CancellationToken.None);

        Assert.Equal("broken", board.Runs.Single(run => run.Stage == Stage.Poll).Problem);
    }

    [Fact]
    public void A_timer_that_never_fired_stands_still()
    {
        var board = new StageHealth(_clock);
        _ = Over(board);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(
            [Stage.Cases, Stage.Evaluate, Stage.Poll],
            board.Still(TimeSpan.FromMinutes(15)).Select(run => run.Stage)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_run_that_went_well_is_a_line_and_a_failed_one_is_none()
    {
        await _store.CreateTablesAsync([StageStore.Table]);
        var stages = Over(new StageHealth(_clock));

        await stages.RunAsync(
            Stage.Evaluate,
            _ =>
            {
                _clock.Advance(TimeSpan.FromSeconds(3));
                return Task.CompletedTask;
            },
            CancellationToken.None
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            stages.RunAsync(Stage.Poll, _ => throw new InvalidOperationException("broken"), CancellationToken.None)
        );

        Assert.Equal(["Information StageRan: Stage evaluate ran in 3 s"], _log);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_stage_that_runs_well_is_noted_every_five_minutes_and_a_failure_at_once()
    {
        var store = new CountingStore(_store);
        await store.CreateTablesAsync([StageStore.Table]);
        var stages = new StageRunner(
            new StageHealth(_clock),
            new StageStore(store),
            new CrisisFlowSettings(),
            _clock,
            _log
        );

        for (var minute = 0; minute < 10; minute++)
        {
            await stages.RunAsync(Stage.Evaluate, _ => Task.CompletedTask, CancellationToken.None);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, store.Transactions);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            stages.RunAsync(Stage.Evaluate, _ => throw new InvalidOperationException("broken"), CancellationToken.None)
        );
        Assert.Equal(3, store.Transactions);
    }

    private StageRunner Over(StageHealth board) =>
        new(board, new StageStore(_store), new CrisisFlowSettings(), _clock, _log);
}
