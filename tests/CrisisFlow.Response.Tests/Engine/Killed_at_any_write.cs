using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Cases;
using CrisisFlow.Testing.Stores;
using Microsoft.Extensions.Time.Testing;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Response.Tests.Engine;

/// <summary>
/// A whole story, killed before and after each of its writes: nothing is lost, and nothing happens twice but what was
/// cut between doing and storing.
/// </summary>
public sealed class Killed_at_any_write
{
    /// <summary>Rejected once, silent once (reminder and escalation), published, measured, reviewed.</summary>
    private static readonly IReadOnlyList<CaseCommand> Story =
    [
        .. StraightToExecution().Take(4),
        new CaseCommand.Reject(At("09:45"), Lena, 1, Hash, "Say since when."),
        new CaseCommand.DraftStatement(At("09:50"), Carl, TextsSaying("We recall all cookers sold since May.")),
        new CaseCommand.Approve(
            At("12:10"),
            Lena,
            2,
            StatementHash.Of(TextsSaying("We recall all cookers sold since May."))
        ),
        new CaseCommand.Approve(
            At("12:11"),
            Leo,
            2,
            StatementHash.Of(TextsSaying("We recall all cookers sold since May."))
        ),
        new CaseCommand.Approve(
            At("12:12"),
            Lars,
            2,
            StatementHash.Of(TextsSaying("We recall all cookers sold since May."))
        ),
        new CaseCommand.CompleteTask(At("12:20"), Kim, new TaskId("do-brief-1")),
        new CaseCommand.WriteReview(At("1.10:00"), Cara, "Answer within the hour."),
    ];

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_write_a_case_loses_nothing_and_does_nothing_twice(bool afterwards)
    {
        var whole = await RunAsync(0, false);
        Assert.True(whole.Store.Writes > 100, $"The story has only {whole.Store.Writes} writes.");
        Assert.Equal(CaseEnding.Reviewed, Assert.IsType<CaseState.Closed>(whole.Record.State).Ended.Ending);
        for (var k = 1; k <= whole.Store.Writes; k++)
        {
            var run = await RunAsync(k, afterwards);
            Assert.True(run.Store.HasCrashed);
            Assert.Equal(whole.Events, run.Events);
            Assert.Equal(
                whole.World.Mails.Select(m => m.Id).Order(),
                run.World.Mails.Select(m => m.Id).Distinct().Order()
            );
            Assert.Equal(
                whole.World.Publications.Select(p => p.Id),
                run.World.Publications.Select(p => p.Id).Distinct()
            );
            var twice =
                run.World.Mails.Count
                + run.World.Publications.Count
                - whole.World.Mails.Count
                - whole.World.Publications.Count;
            Assert.True(twice is 0 or 1, $"Killed at write {k}: {twice} mails or publications went out again.");
            Assert.Empty(await new CaseSweep(run.Disk).RunAsync(At("90.00:00")));
        }
    }

    /// <summary>What was begun and cut off waits until its claim has run out, and is done then.</summary>
    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_write_a_case_loses_nothing_where_actions_are_claimed(bool afterwards)
    {
        var claim = TimeSpan.FromMinutes(2);
        var whole = await RunAsync(0, false, claim);
        for (var k = 1; k <= whole.Store.Writes; k++)
        {
            var run = await RunAsync(k, afterwards, claim);
            Assert.True(run.Store.HasCrashed);
            Assert.Equal(
                whole.Record.Events.Select(e => e.Event.GetType().Name).Order(),
                run.Record.Events.Select(e => e.Event.GetType().Name).Order()
            );
            Assert.Equal(
                whole.World.Mails.Select(m => m.Id).Order(),
                run.World.Mails.Select(m => m.Id).Distinct().Order()
            );
            Assert.Equal(
                whole.World.Publications.Select(p => p.Id.Value).Order(),
                run.World.Publications.Select(p => p.Id.Value).Distinct().Order()
            );
            Assert.Empty(await new CaseSweep(run.Disk).RunAsync(At("90.00:00")));
        }
    }

    private sealed record Run(CrashingStore Store, MemoryEntityStore Disk, CaseWorld World, CaseRecord Record)
    {
        public IEnumerable<string> Events => Record.Events.Select(e => CaseJson.Write(e.Event));
    }

    private static async Task<Run> RunAsync(int crashAt, bool afterwards, TimeSpan claim = default)
    {
        var disk = new MemoryEntityStore();
        await disk.CreateTablesAsync(CaseTables.All);
        var store = new CrashingStore(disk, crashAt, afterwards);
        var world = new CaseWorld();
        var clock = new FakeTimeProvider(Start);
        var app = new CaseApp(store, world, clock, claim);
        foreach (var command in Story)
        {
            await Survive(() => UntilAsync(app, command.At));
            // Who sees the page fail clicks again, unless the click had arrived; then the sweep alone must find it.
            await Survive(async () =>
            {
                if (await app.Signals.FindAsync(Id, CaseApp.IdOf(command)) is null)
                    await app.Signals.RaiseAsync(Id, CaseApp.IdOf(command), command, null);
            });
            await Survive(() => app.Runner.SweepAsync());
        }

        // What was cut off over the last command waits for its claim to run out.
        if (claim > TimeSpan.Zero)
            await Survive(() => UntilAsync(app, Story[^1].At + claim));
        return new Run(
            store,
            disk,
            world,
            await new CaseJournal(disk).ReadAsync(Id) ?? throw new InvalidOperationException("The case is lost.")
        );

        async Task Survive(Func<Task> act)
        {
            try
            {
                await act();
            }
            catch (CrashException)
            {
                app = new CaseApp(disk, world, clock, claim);
                await act();
            }
        }

        async Task UntilAsync(CaseApp _, DateTimeOffset time)
        {
            while (await app.Runner.SweepAsync() is { } next && next <= time)
                clock.SetUtcNow(next);
            clock.SetUtcNow(time);
        }
    }
}
