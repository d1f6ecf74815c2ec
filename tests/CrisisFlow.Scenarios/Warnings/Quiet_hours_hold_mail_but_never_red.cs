using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Settings;

namespace CrisisFlow.Scenarios.Warnings;

public sealed class Quiet_hours_hold_mail_but_never_red
{
    [Fact(Timeout = 120_000)]
    public async Task The_mail_of_a_warning_comes_when_quiet_hours_end()
    {
        // 09:00 in Shanghai when the clock starts: quiet until 12.
        var settings = OneBrand.Settings();
        (settings.Warnings.QuietFrom, settings.Warnings.QuietUntil) = (8, 12);
        settings.Warnings.OpenCaseAt = 4;
        settings.Warnings.EnterRed = 100;
        await using var app = await OneBrand.StartAsync(settings);

        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromHours(1));
        app.ShouldHaveSentNothingElse();

        await app.FastForwardAsync(TimeSpan.FromHours(2.5));
        app.Mailbox("ann").ShouldReceive("预警");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_red_warning_is_mailed_at_once_in_quiet_hours()
    {
        var settings = OneBrand.Settings();
        (settings.Warnings.QuietFrom, settings.Warnings.QuietUntil) = (8, 12);
        (settings.Warnings.EnterRed, settings.Warnings.LeaveRed) = (50, 45);
        await using var app = await OneBrand.StartAsync(settings);

        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(15));
        app.Mailbox("ann").ShouldReceive("红色");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_warning_that_is_over_is_reported_when_quiet_hours_end()
    {
        // Quiet from 10 to 9: the warning comes at 9, and sinks and clears on its own when nobody goes on telling it.
        var settings = OneBrand.Settings();
        (settings.Warnings.QuietFrom, settings.Warnings.QuietUntil) = (10, 9);
        (settings.Warnings.OpenCaseAt, settings.Warnings.EnterRed) = (4, 100);
        await using var app = await OneBrand.StartAsync(settings);

        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(30));
        app.Mailbox("ann").ShouldReceive("橙色");
        var step = TimeSpan.FromMinutes(15);
        await app.FastForwardAsync(TimeSpan.FromHours(23), step);
        await app.FastForwardAsync(TimeSpan.FromHours(2), step);
        await app.FastForwardAsync(TimeSpan.FromHours(21), step);
        app.ShouldHaveSentNothingElse();

        await app.FastForwardAsync(TimeSpan.FromHours(3), step);
        app.Mailbox("ann").ShouldReceive("已解除");
        app.ShouldHaveSentNothingElse();
    }
}
