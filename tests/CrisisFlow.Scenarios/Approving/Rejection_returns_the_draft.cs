using CrisisFlow.Cases;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Approving;

public sealed class Rejection_returns_the_draft
{
    [Fact(Timeout = 120_000)]
    public async Task One_rejection_closes_the_round_and_sends_the_draft_back_with_its_comment()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        var ask = (await app.UntilApprovalAsync())[0];
        app.ForgetMails();

        // Without a comment nobody could work from it.
        var page = await app.ClickAsync(ask);
        (await page.SubmitAsync(null, ("decision", "reject"), ("comment", ""))).ShouldBe(422);
        Assert.Equal(CasePhase.Approval, await app.PhaseAsync());

        (await page.SubmitAsync(null, ("decision", "reject"), ("comment", "第二段没有批号"))).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(CasePhase.Draft, await app.PhaseAsync());
        Assert.Contains(
            "第二段没有批号",
            app.Mailbox("ann").Unread.Select(l => l.Text).Aggregate((a, b) => a + b),
            StringComparison.Ordinal
        );
        Assert.False((await app.ClickAsync(ask)).Asks);
        Assert.Empty((await app.CaseAsync()).File.Publications);
    }
}
