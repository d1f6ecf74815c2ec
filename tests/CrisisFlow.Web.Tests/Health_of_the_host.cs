using CrisisFlow.App.Health;
using CrisisFlow.Web.Tests.Desk;

namespace CrisisFlow.Web.Tests;

public sealed class Health_of_the_host
{
    [Fact(Timeout = 120_000)]
    public async Task Is_told_to_everybody_with_each_stage_and_no_message_of_a_failure()
    {
        await using var desk = new SiteDesk();
        var stages = desk.Get<StageHealth>();
        stages.Expect(Stage.Cases);
        desk.Clock.Advance(TimeSpan.FromMilliseconds(2_500));
        stages.Ran(Stage.Evaluate);
        stages.Failed(Stage.Poll, "The disk is full.");
        var health = await desk.GetAsync("/health");
        Assert.Equal((200, "application/json; charset=utf-8"), (health.Status, health.Headers["Content-Type"]));
        const string ran = "2026-11-20T01:00:02Z";
        Assert.Equal(
            """{"status":"ok","started":"2026-11-20T01:00:00Z","stages":["""
                + """{"stage":"cases","lastRun":null,"lastOk":null,"failures":0},"""
                + $$"""{"stage":"evaluate","lastRun":"{{ran}}","lastOk":"{{ran}}","failures":0},"""
                + """{"stage":"poll","lastRun":"2026-11-20T01:00:02Z","lastOk":null,"failures":1}]}""",
            health.Text
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Is_503_when_a_stage_has_stopped()
    {
        await using var desk = new SiteDesk();
        desk.Get<StageHealth>().Expect(Stage.Evaluate);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var health = await desk.GetAsync("/health");
        Assert.Equal(503, health.Status);
        Assert.Contains("\"status\":\"standing still\"", health.Text);
        Assert.Equal(503, (await desk.GetAsync("/health", method: "HEAD")).Status);
    }
}
