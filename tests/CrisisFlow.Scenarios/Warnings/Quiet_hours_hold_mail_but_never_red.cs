using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Warnings;

public sealed class Quiet_hours_hold_mail_but_never_red
{
    [Fact(Timeout = 120_000)]
    public async Task The_mail_comes_when_they_end()
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
    public async Task Red_is_mailed_at_once()
    {
        var settings = OneBrand.Settings();
        (settings.Warnings.QuietFrom, settings.Warnings.QuietUntil) = (8, 12);
        (settings.Warnings.EnterRed, settings.Warnings.LeaveRed) = (50, 45);
        await using var app = await OneBrand.StartAsync(settings);

        (await app.PushAsync(OneBrand.Grave)).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(15));
        app.Mailbox("ann").ShouldReceive("红色");
    }
}
