using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Cases;

public sealed class Whoever_is_escalated_to_may_act
{
    [Fact(Timeout = 120_000)]
    public async Task Leadership_decides_the_triage_that_nobody_answered()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        await app.FastForwardUntilAsync(
            () => Task.FromResult(app.Mailbox("dan").All.Any(l => l.Links.Count > 0)),
            TimeSpan.FromHours(12),
            "leadership is asked"
        );

        var page = await app.ClickAsync(app.Mailbox("dan").All.First(l => l.Links.Count > 0));
        (await page.SubmitAsync(null, ("verdict", "Confirmed"))).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(5));

        Assert.NotEqual(CasePhase.Triage, await app.PhaseAsync());
        Assert.Contains((await app.CaseAsync()).Events, e => e.Event is CaseEvent.TriageDecided { By.Value: "dan" });
    }
}
