using CrisisFlow.Azure.Activities;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Azure.Tests.Orchestrations.Driver;
using CrisisFlow.Storage;

namespace CrisisFlow.Azure.Tests.Orchestrations;

/// <summary>
/// The loop's own promises. The driver adds three to every test: same history, same actions; one open wait; no timer
/// left behind.
/// </summary>
public sealed class CaseOrchestratorTests
{
    private static readonly PerformedAction Done = new(RetryAt: null);

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Effects_are_performed_in_order_and_the_case_is_looked_at_again(bool inBatches)
    {
        var run = new ScriptedCase(inBatches).Effect("mail-1", () => Done).Effect("mail-2", () => Done);

        await run.RunAsync();

        Assert.Equal(["advance 09:00:00", "mail-1 09:00:00", "mail-2 09:00:00", "advance 09:00:00"], run.Calls);
        Assert.Null(run.Driver.NextTimer);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_signal_before_the_deadline_cancels_the_timer_and_the_next_wait_still_sees_signals()
    {
        var run = new ScriptedCase { Deadline = At(10, 0) };
        await run.RunAsync();
        Assert.Equal(At(10, 0), run.Driver.NextTimer);

        run.Tell("approve");
        run.Deadline = null;
        await run.RunAsync();
        Assert.Null(run.Driver.NextTimer);
        run.Tell("comment");
        await run.RunAsync();

        Assert.Equal(["approve", "comment"], run.Taken);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_deadline_that_passes_does_not_cost_the_next_signal()
    {
        var run = new ScriptedCase { Deadline = At(10, 0) };
        await run.UntilAsync(At(10, 30));
        Assert.Equal(["advance 09:00:00", "advance 10:00:00"], run.Calls);

        run.Tell("approve");
        await run.RunAsync();

        Assert.Equal(["approve"], run.Taken);
    }

    [Fact(Timeout = 120_000)]
    public async Task Five_clicks_at_once_are_two_looks_at_the_case()
    {
        var run = new ScriptedCase(inBatches: true);
        await run.RunAsync();

        for (var i = 0; i < 5; i++)
            run.Tell("approve");
        await run.RunAsync();

        // The first click wakes the loop; the other four came while it looked and make it look once more.
        Assert.Equal(1 + 2, run.Calls.Count);
        Assert.Equal(5, run.Taken.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_effect_that_failed_for_now_is_tried_again_at_its_time_and_not_before()
    {
        var run = new ScriptedCase().Effect(
            "mail-1",
            () => new PerformedAction(At(9, 10)),
            () => new PerformedAction(At(9, 30)),
            () => Done
        );

        await run.UntilAsync(At(9, 5));
        run.Tell("other");
        await run.UntilAsync(At(11, 0));

        Assert.Equal(
            ["mail-1 09:00:00", "mail-1 09:10:00", "mail-1 09:30:00"],
            run.Calls.Where(call => call.StartsWith("mail", StringComparison.Ordinal))
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_store_that_cannot_answer_is_asked_again_after_growing_pauses()
    {
        var run = new ScriptedCase();
        run.AdvanceFails(new StoreUnavailableException("Table Storage answered 503 (ServerBusy)."), times: 3);

        await run.UntilAsync(At(9, 1));

        Assert.Equal(["advance 09:00:00", "advance 09:00:00", "advance 09:00:00", "advance 09:00:00"], run.Calls);
        Assert.Equal(
            [At(9, 0).AddSeconds(2), At(9, 0).AddSeconds(6), At(9, 0).AddSeconds(14)],
            run.Driver.History.OfType<History.TimerCreated>()
                .Select(timer => new DateTimeOffset(timer.FireAt, TimeSpan.Zero))
        );
        Assert.Null(run.Driver.Failure);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_bug_is_not_tried_again_and_ends_the_run_for_the_sweep_to_start_anew()
    {
        var run = new ScriptedCase();
        run.AdvanceFails(new InvalidOperationException("bug"), times: 1);

        await run.RunAsync();

        Assert.Equal("Task 'AdvanceCase' (#0) failed with an unhandled exception: bug", run.Driver.Failure?.Message);
        Assert.Single(run.Calls);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_effect_that_throws_does_not_hold_up_the_others()
    {
        var run = new ScriptedCase()
            .Effect("mail-1", () => throw new InvalidOperationException("bug"), () => Done)
            .Effect("mail-2", () => Done);

        await run.UntilAsync(At(9, 10));

        Assert.Equal(
            ["mail-1 09:00:00", "mail-2 09:00:00", "mail-1 09:05:00"],
            run.Calls.Where(call => call.StartsWith("mail", StringComparison.Ordinal))
        );
    }

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task History_is_cut_at_quiet_points_and_a_signal_in_between_is_not_lost(bool inBatches)
    {
        var run = new ScriptedCase(inBatches).Effect("mail-1", () => new PerformedAction(At(18, 0)));
        await run.RunAsync();
        var between = false;
        run.Driver.WhileContinuing = () =>
        {
            between = true;
            run.Tell("while continuing");
        };

        for (var i = 0; i < 19; i++)
        {
            run.Tell($"signal {i}");
            await run.RunAsync();
        }

        Assert.True(between);
        Assert.Equal(1, run.Driver.Generation);
        Assert.Equal(20, run.Taken.Count);
        Assert.Contains("while continuing", run.Taken);
        // What failed for now is carried over: no second try before its time.
        Assert.Equal(["mail-1 09:00:00"], run.Calls.Where(call => call.StartsWith("mail", StringComparison.Ordinal)));
        Assert.Equal(At(18, 0), run.Driver.NextTimer);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_signal_that_was_stored_but_never_raised_is_taken_at_the_next_look()
    {
        var run = new ScriptedCase { Deadline = At(10, 0) };
        await run.RunAsync();
        run.Store("lost");

        await run.UntilAsync(At(10, 0));

        Assert.Equal(["lost"], run.Taken);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_announcement_that_hangs_holds_up_no_mail_and_is_not_begun_twice()
    {
        var run = new ScriptedCase().Effect(CaseActivities.Announce, () => Done);
        run.Driver.Holds = call => call.Input.Contains(CaseActivities.Announce, StringComparison.Ordinal);
        await run.RunAsync();

        run.Effect("mail-1", () => Done).Tell("approve");
        await run.RunAsync();

        Assert.Equal(
            ["mail-1 09:00:00"],
            run.Calls.Where(call => !call.StartsWith("advance", StringComparison.Ordinal))
        );
        await run.Driver.ReleaseAsync();
        await run.RunAsync();
        Assert.Equal(
            ["mail-1 09:00:00", "announce 09:00:00"],
            run.Calls.Where(call => !call.StartsWith("advance", StringComparison.Ordinal))
        );
        Assert.Empty(run.Pending);
    }

    [Fact(Timeout = 120_000)]
    public async Task History_is_cut_only_after_an_announcement_has_ended()
    {
        var run = new ScriptedCase().Effect(CaseActivities.Announce, () => Done);
        run.Driver.Holds = call => call.Input.Contains(CaseActivities.Announce, StringComparison.Ordinal);
        for (var i = 0; i < 25; i++)
        {
            run.Tell($"signal {i}");
            await run.RunAsync();
        }

        Assert.Equal(0, run.Driver.Generation);
        await run.Driver.ReleaseAsync();
        await run.RunAsync();
        Assert.Equal((1, 25), (run.Driver.Generation, run.Taken.Count));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_with_a_thousand_pending_actions_performs_them_all()
    {
        var run = new ScriptedCase();
        for (var i = 0; i < 1_000; i++)
            run.Effect($"mail-{i:D32}", () => Done);

        await run.RunAsync();

        Assert.Null(run.Driver.Failure);
        Assert.Empty(run.Pending);
        Assert.Equal(
            """{"events":0,"phase":"Triage","nextDeadline":null,"pending":0,"ended":false}""",
            run.Driver.Status
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task An_ended_case_ends_its_run_after_its_last_effect()
    {
        var run = new ScriptedCase { Ended = true }.Effect("mail-1", () => new PerformedAction(At(9, 10)), () => Done);

        await run.UntilAsync(At(9, 5));
        Assert.False(run.Driver.IsCompleted);
        await run.UntilAsync(At(9, 10));

        Assert.True(run.Driver.IsCompleted);
        Assert.Contains("\"ended\":true", run.Driver.Status, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 3, 1, hour, minute, 0, TimeSpan.Zero);
}
