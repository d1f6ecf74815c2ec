using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Mails;

/// <summary>What one person has to know and do at one moment about one case stands in one mail.</summary>
public sealed class One_moment_is_one_mail
{
    [Fact(Timeout = 120_000)]
    public async Task A_warning_that_opens_a_case_and_its_triage_are_one_mail()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        var letter = app.Mailbox("ann").ShouldReceive("请研判");
        Assert.Contains("风险指数", letter.Text, StringComparison.Ordinal);
        Assert.Contains(OneBrand.Grave, letter.Text, StringComparison.Ordinal);
        app.ShouldHaveSentNothingElse();
    }

    [Fact(Timeout = 120_000)]
    public async Task Three_facts_asked_at_once_are_one_mail_and_so_is_their_reminder()
    {
        await using var app = await OneBrand.StartAsync();
        await app.CrisisAsync();
        (
            await (await app.ClickAsync(app.Mailbox("ann").ShouldReceive("请研判"))).SubmitAsync(
                null,
                ("verdict", "Confirmed")
            )
        ).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(5));
        var letter = app.Mailbox("bo").ShouldReceive("3 项任务待办：核实事件经过、核实影响范围、确定处置措施");
        Assert.Matches(@"时限 3月6日 1\d:\d\d UTC\+8", letter.Subject);
        Assert.Equal(4, letter.Links.Count);
        foreach (var link in letter.Links)
            (await app.Browser.GetAsync(link)).ShouldBe(200);
        app.Mailbox("law").ShouldReceive("法务意见");
        app.ShouldHaveSentNothingElse();

        // What is answered meanwhile is not asked again.
        (await (await app.Browser.GetAsync(letter.Links[0])).SubmitAsync(null, ("text", "已查明。"))).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromHours(1));
        var reminder = Assert.Single(app.Mailbox("bo").Unread);
        Assert.Contains("提醒", reminder.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("事件经过", reminder.Subject, StringComparison.Ordinal);
    }
}
