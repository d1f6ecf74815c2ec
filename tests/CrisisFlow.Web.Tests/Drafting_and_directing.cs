using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

/// <summary>What else a link does: drafts, hand-overs, stopping a case.</summary>
public sealed class Drafting_and_directing
{
    [Fact(Timeout = 120_000)]
    public async Task A_draft_made_from_an_overtaken_version_is_kept_in_the_form_and_not_stored()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var link = desk.LinkFor(SampleCase.Lin);
        var answer = await desk.PostAsync(
            link,
            ("base", "old"),
            ("title.statement-page.zh", "另一个标题"),
            ("body.statement-page.zh", "正文")
        );
        Assert.Equal(422, answer.Status);
        Assert.Contains("另一个标题", answer.Text);
        Assert.Single((await desk.CaseAsync()).File.Versions);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_draft_starts_from_the_playbooks_templates_filled_with_what_the_case_knows()
    {
        var playbook = SampleCase.Playbook();
        await using var desk = await SiteDesk.OpenAsync(
            playbook: playbook with
            {
                Statements =
                [
                    new(
                        "statement-page",
                        Language.Zh,
                        "关于{{topic}}",
                        "{{date}}：{{fact.prices}}。{{fact.never-asked}}"
                    ),
                    new("statement-page", Language.En, "About {{topic}}", "{{date}}"),
                ],
            }
        );
        await Walk.TriageAsync(desk);
        await Walk.FactsAsync(desk, "12 款标价有误");
        var page = (await desk.GetAsync(desk.LinkFor(SampleCase.Lin))).Text;
        Assert.Contains("value=\"关于晴天电商\"", page);
        Assert.Contains("2026年11月20日：12 款标价有误。{{fact.never-asked}}", page);
        Assert.Contains("20 November 2026", page);
        var answer = await desk.PostAsync(
            desk.LinkFor(SampleCase.Lin),
            ("base", ""),
            ("title.statement-page.zh", "关于晴天电商"),
            ("body.statement-page.zh", "{{fact.never-asked}}")
        );
        Assert.Equal(422, answer.Status);
        Assert.Contains("文本中还有未填的 {{占位符}}，不能提交。请填写、翻译或删除。", answer.Text);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_task_handed_over_is_no_longer_decided_by_the_old_link()
    {
        await using var desk = await Walk.AtApprovalAsync();
        var old = desk.LinkFor(SampleCase.Ann);
        var myCase = SitePaths.AtRoot.Link(
            desk.Signer.Write(
                new Link(LinkPurpose.Case, SampleCase.Id.Value, "", "ann", "", desk.Clock.GetUtcNow().AddHours(1))
            )
        );
        Assert.Equal(
            200,
            (await desk.PostAsync(myCase, ("action", "handover"), ("to", "chen"), ("reason-handover", "leave"))).Status
        );
        await desk.RunAsync();
        Assert.Equal(403, (await desk.GetAsync(old)).Status);
        Assert.Equal(200, (await desk.PostAsync(desk.LinkFor(SampleCase.Chen), ("decision", "approve"))).Status);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_director_stops_a_case_with_a_reason_and_never_without()
    {
        await using var desk = await SiteDesk.OpenAsync();
        var link = SitePaths.AtRoot.Link(
            desk.Signer.Write(
                new Link(LinkPurpose.Case, SampleCase.Id.Value, "", "bob", "", desk.Clock.GetUtcNow().AddHours(1))
            )
        );
        Assert.Equal(422, (await desk.PostAsync(link, ("action", "stop"), ("reason-stop", ""))).Status);
        Assert.Equal(
            200,
            (await desk.PostAsync(link, ("action", "stop"), ("reason-stop", "A mix-up of names."))).Status
        );
        Assert.Equal(
            "A mix-up of names.",
            Assert.IsType<CaseState.Closed>((await desk.CaseAsync()).State).Ended.Reason
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Somebody_who_directs_nothing_cannot_stop_a_case()
    {
        await using var desk = await SiteDesk.OpenAsync();
        var link = SitePaths.AtRoot.Link(
            desk.Signer.Write(
                new Link(LinkPurpose.Case, SampleCase.Id.Value, "", "wu", "", desk.Clock.GetUtcNow().AddHours(1))
            )
        );
        Assert.DoesNotContain("value=\"stop\"", (await desk.GetAsync(link)).Text);
        Assert.Equal(403, (await desk.PostAsync(link, ("action", "stop"), ("reason-stop", "because"))).Status);
        Assert.IsType<CaseState.Open>((await desk.CaseAsync()).State);
    }
}
