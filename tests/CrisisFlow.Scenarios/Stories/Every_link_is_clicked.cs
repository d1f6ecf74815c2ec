using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Stories;

/// <summary>The demo's crisis, answered by the people whose mailbox got the links, to its report.</summary>
public sealed class Every_link_is_clicked
{
    private const string Happened = "3月4日第二产线切刀崩裂，批号20260226的苹果泥可能混入塑料碎片。";
    private const string Affected = "该批次共售出 3,120 袋，已联系到 2,870 位顾客；目前 2 名儿童就医，均已离院。";
    private const string Measures = "批号20260226全部下架召回，全额退款；产线停产检修，检测报告三日内公布。";

    [Fact(Timeout = 240_000)]
    public async Task A_case_goes_from_its_warning_to_its_report()
    {
        await using var app = await DemoDays.StartAsync();
        await app.UntilCaseAsync();
        var story = (await app.CaseAsync()).File.Subject.Story;
        Assert.Contains("塑料片", story, StringComparison.Ordinal);

        // Triage: the mail asks the communications lead; looking at the link decides nothing.
        var asked = app.Mailbox("lin").ShouldReceive("请研判");
        var triage = (await app.ClickAsync(asked)).ShouldBe(200).ShouldSay(story);
        Assert.Equal(CasePhase.Triage, await app.PhaseAsync());
        (await triage.SubmitAsync(null, ("verdict", "Confirmed"), ("comment", "客服工单与门店样品一致"))).ShouldBe(200);
        Assert.Equal(CasePhase.Facts, await app.PhaseAsync());
        await app.TickAsync();

        // Facts: operations and customer service, which in the demo is one person who gets one mail, and the optional
        // view of legal.
        var facts = app.Mailbox("he").ShouldReceive("3 项任务待办");
        Assert.Equal(4, facts.Links.Count);
        foreach (
            var (link, question, answer) in facts.Links.Zip(
                (string[])["核实事件经过", "核实影响范围", "确定处置措施"],
                (string[])[Happened, Affected, Measures]
            )
        )
            await Answer(app, link, question, answer);
        Assert.Equal(CasePhase.Draft, await app.PhaseAsync());
        await app.TickAsync();

        // Draft: facts stand in it already; the author edits one text and sends. English is not ticked, since the facts
        // are Chinese and say so there.
        var draft = (await app.ClickAsync(app.Mailbox("lin").ShouldReceive("起草声明"))).ShouldBe(200);
        var text = draft.Value("body.statement-page.zh")!;
        Assert.Contains(Happened, text, StringComparison.Ordinal);
        Assert.Contains(
            "{{translate: " + Happened + "}}",
            draft.Value("body.statement-page.en")!,
            StringComparison.Ordinal
        );
        (
            await draft.SubmitAsync(
                null,
                ("body.statement-page.zh", text + "\n\n我们的质量负责人将于明晚八点直播答疑。")
            )
        ).ShouldBe(200);
        Assert.Equal(CasePhase.Approval, await app.PhaseAsync());
        await app.TickAsync();

        // Approval: legal, then leadership, who reads English.
        await Approve(app, "law", "请审批声明");
        Assert.Equal(CasePhase.Approval, await app.PhaseAsync());
        await app.TickAsync();
        await Approve(app, "kate", "Approve or reject");
        await app.TickAsync();

        // Publication: statement page, feed, press mail, talk-track.
        Assert.Equal(CasePhase.Execution, await app.PhaseAsync());
        var list = (await app.Browser.GetAsync("/statements")).ShouldBe(200);
        var statement = list.Links.First(link =>
            link.StartsWith("/statements/", StringComparison.Ordinal) && link != "/statements/feed.atom"
        );
        (await app.Browser.GetAsync(statement)).ShouldBe(200).ShouldSay("质量负责人将于明晚八点直播答疑");
        var feed = (await app.Browser.GetAsync("/statements/feed.atom")).ShouldBe(200);
        Assert.Contains("<entry", feed.Body, StringComparison.Ordinal);
        Assert.Contains("质量负责人将于明晚八点直播答疑", feed.Body, StringComparison.Ordinal);
        var press = app.Mailbox("press@citynews.example").ShouldReceive("媒体声明");
        Assert.Contains(Measures, press.Text, StringComparison.Ordinal);
        Assert.Empty(press.Links);
        var id = (await app.CaseAsync()).Id.Value;
        (await app.Browser.GetAsync($"/talk-track/{id}")).ShouldBe(200).ShouldSay(Happened);

        Assert.All((await app.CaseAsync()).File.Publications, one => Assert.IsType<PublicationState.Done>(one.State));

        // Execution: brief customer service, carry out what was promised.
        var tasks = app.Mailbox("he").ShouldReceive("2 项任务待办");
        await Answer(app, tasks.Links[0], "传达客服口径", "已传达三个班组");
        await Answer(app, tasks.Links[1], "落实声明中的措施", "召回与退款已上线");
        Assert.Equal(CasePhase.Effect, await app.PhaseAsync());

        // Effect: measured by itself. The public goes on for two days, so the case may flare up and be answered again,
        // to its review.
        var team = new Team(app) { Words = "升级到法务用了四十分钟，今后并行；负责人林晓，下周完成。" };
        await team.AnswerUntilAsync(
            async () => (await app.CaseAsync()).State is CaseState.Closed,
            TimeSpan.FromDays(7),
            "the case is closed"
        );
        Assert.NotEmpty((await app.CaseAsync()).File.Measurements);
        var ended = Assert.IsType<CaseState.Closed>((await app.CaseAsync()).State);
        Assert.Equal(CaseEnding.Reviewed, ended.Ended.Ending);
        (await app.Browser.GetAsync($"/cases/{id}/report"))
            .ShouldBe(200)
            .ShouldSay("升级到法务用了四十分钟")
            .ShouldSay("客服工单与门店样品一致");
        (await app.Browser.GetAsync($"/cases/{id}")).ShouldBe(200).ShouldSay("已传达三个班组");
        await app.TickAsync();
        app.Mailbox("lin").ShouldReceive("事件已办结");
        app.Mailbox("kate").ShouldReceive("Case closed");
    }

    private static async Task Approve(LocalApp app, string person, string subject)
    {
        var page = (await app.ClickAsync(app.Mailbox(person).ShouldReceive(subject)))
            .ShouldBe(200)
            .ShouldSay("质量负责人将于明晚八点直播答疑");
        (await page.SubmitAsync(null, ("decision", "approve"))).ShouldBe(200);
    }

    private static async Task Answer(LocalApp app, string link, string question, string text)
    {
        var page = (await app.Browser.GetAsync(link)).ShouldBe(200).ShouldSay(question);
        (await page.SubmitAsync(null, ("text", text))).ShouldBe(200);
    }
}
