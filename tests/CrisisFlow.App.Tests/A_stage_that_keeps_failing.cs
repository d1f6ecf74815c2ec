using CrisisFlow.App.Health;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.App.Tests;

public sealed class A_stage_that_keeps_failing
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromMinutes(15);

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 6, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_stage_that_keeps_failing_is_told_from_the_third_time_on_until_it_runs_again()
    {
        var board = new StageHealth(_clock);
        board.Expect(Stage.Evaluate);
        for (var failures = 1; failures <= 4; failures++)
        {
            board.Failed(Stage.Evaluate, "The disk is full.");
            var (healthy, json) = HealthJson.Write(board, Heartbeat);
            Assert.Equal((failures < 3, failures < 3 ? "ok" : "failing"), (healthy, Status(json)));
            Assert.DoesNotContain("disk", json, StringComparison.Ordinal);
        }

        board.Ran(Stage.Evaluate);
        Assert.Equal("ok", Status(HealthJson.Write(board, Heartbeat).Json));
        _clock.Advance(Heartbeat);
        Assert.Equal("standing still", Status(HealthJson.Write(board, Heartbeat).Json));
    }

    [Fact]
    public void A_stage_that_keeps_failing_is_no_alarm_when_it_runs_a_few_times_a_day_only()
    {
        var board = new StageHealth(_clock);
        for (var failures = 1; failures <= 4; failures++) board.Failed(Stage.Retention, "x");
        Assert.True(HealthJson.Write(board, Heartbeat).Healthy);
    }

    private static string Status(string json) => json.Split('"')[3];
}
