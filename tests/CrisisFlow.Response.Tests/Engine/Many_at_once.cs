using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;
using CrisisFlow.Testing.Cases;
using static CrisisFlow.Testing.Cases.SampleCase;
using static CrisisFlow.Testing.Cases.SamplePeople;

namespace CrisisFlow.Response.Tests.Engine;

/// <summary>Two hosts over one store, and everybody clicking in the same moment.</summary>
public sealed class Many_at_once
{
    [Fact(Timeout = 120_000)]
    public async Task Many_people_at_once_decide_once_each_and_no_click_is_lost()
    {
        var store = new MemoryEntityStore();
        var one = await CaseApp.StartAsync(store);
        foreach (var command in StraightToExecution().Take(5))
            await one.TellAsync(command);
        one.Clock.SetUtcNow(At("09:50"));
        var other = new CaseApp(store, one.World, one.Clock);
        PersonId[] leaders = [Leo, Lily, Lars];
        await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var by = leaders[i % 3];
                        var app = i % 2 == 0 ? one : other;
                        await app.Signals.RaiseAsync(
                            Id,
                            $"approve-1-{by}",
                            new CaseCommand.Approve(At("09:50"), by, 1, Hash),
                            by
                        );
                        await app.Step.AdvanceAsync(Id, At("09:50"));
                    })
                )
        );
        var record = await one.ReadAsync();
        Assert.Equal(2, record.File.Rounds[0].Stages[1].Approvals);
        Assert.Equal(3, record.File.Publications.Count);
        foreach (var leader in leaders)
            Assert.NotNull((await one.Signals.FindAsync(Id, $"approve-1-{leader}"))!.Taken);
        Assert.Equal(
            Enumerable.Range(1, record.Events.Count).Select(n => (long)n),
            record.Events.Select(e => e.Number)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Many_people_may_be_asked_in_one_case()
    {
        var roster = Enumerable
            .Range(0, 300)
            .Select(i => SamplePeople.Of(new PersonId($"p{i}"), $"P{i}", Role.Communications))
            .ToList();
        var app = await CaseApp.StartAsync();
        app.World.Settings.People.AddRange(SamplePeople.InSettings(roster));
        await app.TellAsync(Open(roster: roster));
        Assert.Equal(300, app.World.Mails.Count);
        Assert.Empty(await app.Sweep.RunAsync(Start));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_statement_of_many_characters_is_stored_whole()
    {
        var body = string.Concat(Enumerable.Repeat("声明🔥", 4999));
        var app = await CaseApp.StartAsync();
        foreach (var command in StraightToExecution().Take(3))
            await app.TellAsync(command);
        await app.TellAsync(new CaseCommand.DraftStatement(At("09:30"), Carl, TextsSaying(body)));
        var fresh = await new CaseApp(app.Store, app.World, app.Clock).ReadAsync();
        Assert.Equal(body, fresh.File.Versions.Single().Texts[0].Body);
    }
}
