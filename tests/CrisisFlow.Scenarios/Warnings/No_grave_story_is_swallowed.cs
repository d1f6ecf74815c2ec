using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Warnings;

public sealed class No_grave_story_is_swallowed
{
    private static readonly string[] Stories =
    [
        OneBrand.Grave,
        "果园记数百万用户个人信息数据泄露 警方立案",
        "果园记高管性骚扰女员工 被警方拘留",
        "果园记偷税漏税 被罚款两亿元",
        "果园记大规模裁员 拖欠工资员工讨薪",
    ];

    [Theory(Timeout = 120_000)]
    [InlineData("01234")]
    [InlineData("43210")]
    [InlineData("23401")]
    [InlineData("2134")]
    public async Task Each_of_several_grave_stories_is_told_in_a_mail_also_below_a_red_one(string order)
    {
        var settings = OneBrand.Settings();
        settings.Warnings.OpenCaseAt = 4;
        await using var app = await OneBrand.StartAsync(settings);
        foreach (var story in order)
        {
            (await app.PushAsync(Stories[story - '0'])).ShouldBe(200);
            await app.FastForwardAsync(TimeSpan.FromMinutes(30));
        }

        var mails = string.Join('\n', app.Mailbox("ann").All.Select(mail => mail.Subject + mail.Text));
        foreach (var story in order)
            Assert.Contains(Stories[story - '0'], mails, StringComparison.Ordinal);
        Assert.InRange((await app.OpenAsync()).Count, 1, 4);
    }
}
