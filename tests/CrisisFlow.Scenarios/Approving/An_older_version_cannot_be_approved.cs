using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Approving;

public sealed class An_older_version_cannot_be_approved
{
    [Fact(Timeout = 120_000)]
    public async Task The_button_of_a_page_that_was_open_meanwhile_changes_nothing()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        var ask = (await app.UntilApprovalAsync())[0];
        var open = await app.ClickAsync(ask);
        (await open.SubmitAsync(null, ("decision", "reject"), ("comment", "再改一稿"))).ShouldBe(200);
        await app.UntilApprovalAsync();
        var file = (await app.CaseAsync()).File;
        Assert.Equal(2, file.Versions.Count);

        var late = await open.SubmitAsync(null, ("decision", "approve"));

        late.ShouldBe(200).ShouldSay("再改一稿");
        Assert.Equal(CasePhase.Approval, await app.PhaseAsync());
        Assert.DoesNotContain(
            (await app.CaseAsync()).Events,
            e => e.Event is CaseEvent.Approved approved && approved.Round == 1
        );
    }
}
