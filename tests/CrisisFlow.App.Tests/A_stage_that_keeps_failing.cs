using CrisisFlow.App.Health;
using CrisisFlow.Settings;
using CrisisFlow.Web.Api;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.App.Tests;

public sealed class A_stage_that_keeps_failing
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromMinutes(15);

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 6, 1, 0, 0, TimeSpan.Zero));

    [Fact(Timeout = 120_000)]
    public async Task Is_told_from_the_third_time_on_until_it_runs_again()
    {
        var stages = new StageHealth(_clock);
        stages.Expect(Stage.Evaluate);
        for (var failures = 1; failures <= 4; failures++)
        {
            stages.Failed(Stage.Evaluate, "The disk is full.");
            var expected = failures < 3 ? (HealthStatus.Healthy, "ok") : (HealthStatus.Unhealthy, "failing");
            Assert.Equal(expected, await CheckAsync(stages));
        }

        stages.Ran(Stage.Evaluate);
        Assert.Equal((HealthStatus.Healthy, "ok"), await CheckAsync(stages));
        _clock.Advance(Heartbeat);
        Assert.Equal((HealthStatus.Unhealthy, "standing still"), await CheckAsync(stages));
    }

    [Fact(Timeout = 120_000)]
    public async Task Is_no_alarm_when_it_runs_a_few_times_a_day_only()
    {
        var stages = new StageHealth(_clock);
        for (var failures = 1; failures <= 4; failures++)
            stages.Failed(Stage.Retention, "x");
        Assert.Equal((HealthStatus.Healthy, "ok"), await CheckAsync(stages));
    }

    private static async Task<(HealthStatus Health, string Said)> CheckAsync(StageHealth stages)
    {
        var check = new StagesCheck(stages, new CrisisFlowSettings { Stages = new() { Heartbeat = Heartbeat } });
        var context = new HealthCheckContext { Registration = new("stages", check, HealthStatus.Unhealthy, []) };
        var result = await check.CheckHealthAsync(context);
        return (result.Status, Assert.IsType<HealthAnswer>(result.Data[HealthAnswer.Key]).Status);
    }
}
