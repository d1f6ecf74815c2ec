using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Warnings;

public sealed class A_quiet_day_brings_no_mail
{
    [Fact(Timeout = 120_000)]
    public async Task A_quiet_day_brings_neither_a_warning_nor_a_heartbeat_and_health_says_so()
    {
        await using var app = await OneBrand.StartAsync();
        await app.FastForwardAsync(TimeSpan.FromDays(1), TimeSpan.FromMinutes(5));
        app.ShouldHaveSentNothingElse();
        (await app.Browser.GetAsync("/health")).ShouldBe(200);
    }
}
