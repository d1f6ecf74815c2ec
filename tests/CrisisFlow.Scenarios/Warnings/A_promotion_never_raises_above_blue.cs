using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Warnings;

public sealed class A_promotion_never_raises_above_blue
{
    [Fact(Timeout = 120_000)]
    public async Task A_promotion_never_raises_above_blue_however_many_speak_of_it()
    {
        await using var app = await OneBrand.StartAsync();
        await app.FastForwardAsync(TimeSpan.FromMinutes(10));
        for (var i = 0; i < 300; i++)
            (
                await app.PushAsync($"果园记春季大促第二件半价，抢到了开心 {i}", i % 60 == 0 ? "hotList" : "social")
            ).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromHours(3));

        var now = app.Clock.GetUtcNow();
        Assert.Equal(
            300,
            (await app.Buckets.MinutesAsync(new TopicId("brand"), now.AddHours(-6), now, now)).Sum(m =>
                m.Bucket.Mentions
            )
        );
        var levels = new List<Level>();
        await foreach (var view in app.Warnings.ViewsAsync(new TopicId("brand"), 20))
            levels.Add(view.Highest);
        Assert.All(levels, level => Assert.True(level <= Level.Blue, $"{level}"));
        Assert.Empty(await app.CasesAsync());
        app.ShouldHaveSentNothingElse();
    }
}
