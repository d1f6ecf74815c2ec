using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Cases;

public sealed class A_case_is_handed_over
{
    [Fact(Timeout = 120_000)]
    public async Task Whoever_takes_a_case_over_is_asked_and_may_decide()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        var letter = app.Mailbox("ann").All.First(l => l.Links.Count > 1);
        var page = await app.Browser.GetAsync(letter.Links[1]);

        (await page.SubmitAsync("handover", ("to", "law"), ("reason-handover", "今晚由法务值班"))).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(5));

        var asked = await app.ClickAsync(app.Mailbox("law").All.First(l => l.Links.Count > 0));
        (await asked.SubmitAsync(null, ("verdict", "Confirmed"))).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(5));
        Assert.Contains((await app.CaseAsync()).Events, e => e.Event is CaseEvent.TriageDecided { By.Value: "law" });
    }
}
