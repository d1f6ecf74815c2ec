using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

/// <summary>Double clicks, colleagues and newer versions: one decision, and everybody is told which.</summary>
public sealed class Deciding_by_a_link
{
    [Fact(Timeout = 120_000)]
    public async Task Ten_clicks_are_one_decision_and_the_same_answer()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var link = desk.LinkFor(SampleCase.Ann);
        for (var i = 0; i < 10; i++)
            Assert.Equal(200, (await desk.PostWithAsync(link, desk.SealOf(link), ("decision", "approve"))).Status);
        Assert.Single((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Fact(Timeout = 120_000)]
    public async Task Ten_clicks_at_the_same_moment_are_one_decision()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var link = desk.LinkFor(SampleCase.Ann);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => desk.PostWithAsync(link, desk.SealOf(link), ("decision", "approve")))
        );
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Fact(Timeout = 120_000)]
    public async Task Approve_and_reject_at_the_same_moment_by_one_person_are_one_decision()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var link = desk.LinkFor(SampleCase.Ann);
        await Task.WhenAll(
            desk.PostWithAsync(link, desk.SealOf(link), ("decision", "approve")),
            desk.PostWithAsync(link, desk.SealOf(link), ("decision", "reject"), ("comment", "no"))
        );
        Assert.Single((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }

    [Fact(Timeout = 120_000)]
    public async Task Two_people_who_decide_differently_at_the_same_moment_get_one_outcome()
    {
        await using var desk = await SiteDesk.OpenAsync(quorum: new Quorum.First());
        await Walk.ToApprovalAsync(desk);
        await Walk.ApproveAsync(desk, SampleCase.Ann);
        var (bob, chen) = (desk.LinkFor(SampleCase.Bob), desk.LinkFor(SampleCase.Chen));
        await Task.WhenAll(
            desk.PostWithAsync(bob, desk.SealOf(bob), ("decision", "approve")),
            desk.PostWithAsync(chen, desk.SealOf(chen), ("decision", "reject"), ("comment", "no"))
        );
        Assert.NotNull(Assert.Single((await desk.CaseAsync()).File.Rounds).Closed);
        var late = (await desk.GetAsync(chen + "?lang=en")).Text;
        Assert.True(
            late.Contains("approved", StringComparison.Ordinal) || late.Contains("rejected", StringComparison.Ordinal)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task The_second_click_shows_who_decided_what_and_when()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var link = desk.LinkFor(SampleCase.Ann);
        await desk.PostAsync(link, ("decision", "approve"), ("comment", "fine with me"));
        var again = await desk.GetAsync(link);
        Assert.Equal(200, again.Status);
        foreach (
            var shown in (string[])
                ["You have already answered", "approved", "Ann Smith", "20 Nov 01:15", "fine with me"]
        )
            Assert.Contains(shown, again.Text);
        Assert.DoesNotContain("<form", again.Text);
    }

    [Fact(Timeout = 120_000)]
    public async Task When_a_round_closes_its_other_links_say_so_and_decide_nothing()
    {
        await using var desk = await SiteDesk.OpenAsync(quorum: new Quorum.First());
        await Walk.ToApprovalAsync(desk);
        await Walk.ApproveAsync(desk, SampleCase.Ann);
        var (bob, chen) = (desk.LinkFor(SampleCase.Bob), desk.LinkFor(SampleCase.Chen));
        await desk.PostAsync(bob, ("decision", "approve"));
        var late = await desk.GetAsync(chen + "?lang=en");
        Assert.Equal(410, late.Status);
        Assert.Contains("Round 1 closed: approved.", late.Text);
        Assert.Contains("Bob Miller", late.Text);
        Assert.Equal(
            409,
            (await desk.PostWithAsync(chen, desk.SealOf(chen), ("decision", "reject"), ("comment", "no"))).Status
        );
        Assert.Single((await desk.CaseAsync()).File.Rounds[0].Stages[1].Decisions);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_link_to_a_version_that_a_newer_one_followed_is_out_of_date()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var old = desk.LinkFor(SampleCase.Ann);
        await Walk.DraftAsync(desk, body: "我们为 12 款商品的标价错误诚恳致歉。");
        Assert.Equal(409, (await desk.GetAsync(old)).Status);
        Assert.Contains("This link is out of date", (await desk.GetAsync(old)).Text);
        Assert.Equal(409, (await desk.PostWithAsync(old, desk.SealOf(old), ("decision", "approve"))).Status);
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
        Assert.Equal(200, (await desk.PostAsync(desk.LinkFor(SampleCase.Ann), ("decision", "approve"))).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_rejection_needs_a_comment_and_keeps_what_was_typed()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var answer = await desk.PostAsync(desk.LinkFor(SampleCase.Ann), ("decision", "reject"), ("comment", "  "));
        Assert.Equal(422, answer.Status);
        Assert.Contains("To reject, say what has to change; the author works from your comment.", answer.Text);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_author_of_a_version_may_not_approve_it()
    {
        var playbook = SampleCase.Playbook();
        await using var desk = await SiteDesk.OpenAsync(
            playbook: playbook with
            {
                Approval = new([
                    new(
                        "team",
                        new("团队", "Team"),
                        new Quorum.All(),
                        [Role.Communications, Role.Legal],
                        TimeSpan.FromMinutes(30)
                    ),
                ])
                {
                    AuthorMayApproveAlone = false,
                },
            }
        );
        await Walk.ToApprovalAsync(desk);
        var round = (await desk.CaseAsync()).File.Rounds[^1];
        var link = SitePaths.AtRoot.Link(
            desk.Signer.Write(
                new Link(
                    LinkPurpose.Approval,
                    SampleCase.Id.Value,
                    round.Stages[0].Task.Value,
                    "lin",
                    round.Hash,
                    desk.Clock.GetUtcNow().AddHours(1)
                )
            )
        );
        Assert.Equal(403, (await desk.PostWithAsync(link, desk.SealOf(link), ("decision", "approve"))).Status);
        Assert.Empty((await desk.CaseAsync()).File.Rounds[^1].Decisions);
    }
}
