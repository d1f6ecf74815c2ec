using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Cases;

public sealed class A_case_is_stopped_with_a_reason
{
    [Fact(Timeout = 120_000)]
    public async Task A_case_is_stopped_from_its_link_and_never_without_a_reason()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        var letter = app.Mailbox("ann").All.First(l => l.Links.Count > 1);
        var page = await app.Browser.GetAsync(letter.Links[1]);

        (await page.SubmitAsync("stop", ("reason-stop", " "))).ShouldBe(422);
        Assert.IsType<CaseState.Open>((await app.CaseAsync()).State);
        (await page.SubmitAsync("stop", ("reason-stop", "是一次演练"))).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(5));

        var ended = Assert.IsType<CaseState.Closed>((await app.CaseAsync()).State).Ended;
        Assert.Equal((CaseEnding.Stopped, "是一次演练"), (ended.Ending, ended.Reason));
        Assert.False((await app.ClickAsync(letter)).Asks);
        Assert.Empty((await app.CaseAsync()).File.Publications);
    }
}
