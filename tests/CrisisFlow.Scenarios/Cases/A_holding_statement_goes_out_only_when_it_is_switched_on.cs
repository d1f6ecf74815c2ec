using CrisisFlow.Cases;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Settings.Playbooks;

namespace CrisisFlow.Scenarios.Cases;

public sealed class A_holding_statement_goes_out_only_when_it_is_switched_on
{
    [Theory(Timeout = 120_000)]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_holding_statement_goes_out_only_when_it_is_switched_on_and_approved_beforehand(
        bool enabled,
        int published
    )
    {
        var playbook = BuiltInPlaybook.Value with
        {
            Holding = new HoldingPlan
            {
                Enabled = enabled,
                ApprovedBy = "罗",
                ApprovedOn = new DateOnly(2026, 1, 5),
                Texts =
                [
                    new StatementText("statement-page", Language.Zh, "情况说明", "我们已关注到相关情况，正在核实。"),
                ],
                After = TimeSpan.FromMinutes(30),
            },
        };
        await using var app = await LocalApp.StartAsync(OneBrand.Settings(), OneBrand.Morning, playbook);
        await app.CrisisAsync();
        var page = await app.ClickAsync(app.Mailbox("ann").All.First(l => l.Links.Count > 0));
        (await page.SubmitAsync(null, ("verdict", "Confirmed"))).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromHours(6));

        Assert.Equal(published, (await app.CaseAsync()).File.Publications.Count);
        Assert.Equal(
            published == 1,
            (await app.Browser.GetAsync("/statements")).Text.Contains("情况说明", StringComparison.Ordinal)
        );
    }
}
