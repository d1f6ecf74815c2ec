using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Warnings;

/// <summary>The clock starts at 09:00 in Shanghai; quiet hours end at 12:00 unless a test says otherwise.</summary>
public sealed class Quiet_hours_hold_all_that_follows
{
    private static CrisisFlowSettings Quiet(double from = 8, double until = 12)
    {
        var settings = OneBrand.Settings();
        (settings.Warnings.QuietFrom, settings.Warnings.QuietUntil) = (from, until);
        settings.Warnings.EnterRed = 100;
        return settings;
    }

    [Fact(Timeout = 120_000)]
    public async Task A_held_warning_opens_its_case_in_the_morning_and_one_mail_says_what_was()
    {
        await using var app = await OneBrand.StartAsync(Quiet());
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromHours(2.9));
        Assert.Empty(app.Letters);
        Assert.Empty(await app.CasesAsync());

        await app.FastForwardAsync(TimeSpan.FromMinutes(15));
        var mail = app.Mailbox("ann").ShouldReceive("橙色");
        Assert.Contains("首次预警于 3月6日 09:0", mail.Text, StringComparison.Ordinal);
        Assert.Contains("最高级别橙色", mail.Text, StringComparison.Ordinal);
        Assert.Single(app.Mailbox("ann").All);
        (await app.ClickAsync(mail)).ShouldBe(200).ShouldSay("首次预警于");

        // Deadlines run from the end of quiet hours on.
        var task = Assert.Single((await app.CaseAsync()).File.Tasks);
        var end = OneBrand.Morning.AddHours(3);
        Assert.InRange(task.AssignedAt, end, end.AddMinutes(10));
        Assert.InRange(Assert.IsType<TaskState.Asked>(task.State).RemindAt, end.AddMinutes(5), task.Due);
    }

    [Fact(Timeout = 120_000)]
    public async Task By_day_the_same_warning_opens_its_case_at_once()
    {
        await using var app = await OneBrand.StartAsync(Quiet(from: 22, until: 8));
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(15));
        var mail = app.Mailbox("ann").ShouldReceive("橙色");
        Assert.DoesNotContain("首次预警于", mail.Text, StringComparison.Ordinal);
        Assert.Equal(CasePhase.Triage, await app.PhaseAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task Quiet_hours_are_those_of_the_brand()
    {
        // 09:00 in Shanghai is 20:00 in New York: quiet there until 21:00.
        var settings = Quiet(from: 19, until: 21);
        settings.Brand.TimeZone = "America/New_York";
        await using var app = await OneBrand.StartAsync(settings);
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(50));
        Assert.Empty(app.Letters);
        await app.FastForwardAsync(TimeSpan.FromMinutes(20));
        app.Mailbox("ann").ShouldReceive("橙色");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_red_warning_opens_its_case_in_quiet_hours()
    {
        var settings = Quiet();
        (settings.Warnings.EnterRed, settings.Warnings.LeaveRed) = (50, 45);
        await using var app = await OneBrand.StartAsync(settings);
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(15));
        app.Mailbox("ann").ShouldReceive("红色");
        Assert.Equal(CasePhase.Triage, await app.PhaseAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_held_warning_that_is_dismissed_was_never_heard_of()
    {
        await using var app = await OneBrand.StartAsync(Quiet());
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(30));
        var page = await app.Browser.GetAsync("/warnings/brand");
        (await page.SubmitAsync("dismiss", ("by", "夜班"), ("why", "演练"))).ShouldBe(303);
        await app.FastForwardAsync(TimeSpan.FromHours(4));
        Assert.Empty(app.Letters);
        Assert.Empty(await app.CasesAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_held_warning_that_is_over_by_morning_is_one_mail_and_no_case()
    {
        var settings = Quiet();
        (settings.Warnings.LongWindow, settings.Warnings.CoolDown) = (1, 0);
        await using var app = await OneBrand.StartAsync(settings);
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromHours(2.9));
        Assert.Empty(app.Letters);

        await app.FastForwardAsync(TimeSpan.FromHours(1));
        var mail = app.Mailbox("ann").ShouldReceive("已解除，最高曾达橙色");
        Assert.Contains("首次预警于 3月6日 09:0", mail.Text, StringComparison.Ordinal);
        app.ShouldHaveSentNothingElse();
        Assert.Empty(await app.CasesAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_case_waits_also_where_its_level_is_not_mailed()
    {
        var settings = Quiet();
        settings.Warnings.MailAt = 4;
        await using var app = await OneBrand.StartAsync(settings);
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromHours(2.9));
        Assert.Empty(app.Letters);
        Assert.Empty(await app.CasesAsync());
        await app.FastForwardAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(CasePhase.Triage, await app.PhaseAsync());
        Assert.Single(app.Mailbox("ann").All);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_quiet_hours_held_waits_for_the_end_of_a_silence_as_well()
    {
        await using var app = await OneBrand.StartAsync(Quiet());
        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(30));
        var topic = app.Topics.All[0];
        var now = app.Clock.GetUtcNow();
        await app.Warnings.TellAsync(
            topic.Id,
            new WarningCommand.Silence(now, "s1", "夜班", "查证中", now.AddHours(4)),
            _ => []
        );
        await app.FastForwardAsync(TimeSpan.FromHours(3.9));
        Assert.Empty(app.Letters);
        Assert.Empty(await app.CasesAsync());
        await app.FastForwardAsync(TimeSpan.FromMinutes(20));
        app.Mailbox("ann").ShouldReceive("橙色");
        Assert.Equal(CasePhase.Triage, await app.PhaseAsync());
    }
}
