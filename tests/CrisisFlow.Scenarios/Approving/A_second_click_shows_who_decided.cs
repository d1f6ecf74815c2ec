using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Approving;

public sealed class A_second_click_shows_who_decided
{
    [Fact(Timeout = 120_000)]
    public async Task A_second_click_changes_nothing_and_names_person_and_time()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        var ask = (await app.UntilApprovalAsync())[0];
        var page = await app.ClickAsync(ask);
        var name = app.Settings.People.Single(p => p.Email == ask.To).Name;

        (await page.SubmitAsync(null, ("decision", "approve"))).ShouldBe(200);
        var events = (await app.CaseAsync()).Events.Count;
        var again = await page.SubmitAsync(null, ("decision", "approve"));
        var other = await page.SubmitAsync(null, ("decision", "reject"), ("comment", "too late"));

        again.ShouldSay(name);
        other.ShouldSay(name);
        var shown = await app.ClickAsync(ask);
        Assert.False(shown.Asks);
        shown.ShouldSay(name);
        Assert.Equal(events, (await app.CaseAsync()).Events.Count);
    }
}
