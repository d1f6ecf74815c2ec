using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Cases;

public sealed class A_triage_that_finds_nothing_publishes_nothing
{
    [Fact(Timeout = 120_000)]
    public async Task A_case_ends_at_once_when_triage_finds_nothing()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        var page = await app.ClickAsync(app.Mailbox("ann").All.First(l => l.Links.Count > 0));
        (await page.SubmitAsync(null, ("verdict", "Nothing"))).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(CaseEnding.Nothing, Assert.IsType<CaseState.Closed>((await app.CaseAsync()).State).Ended.Ending);
        Assert.Empty((await app.CaseAsync()).File.Publications);
    }
}
