using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Settings;

namespace CrisisFlow.Scenarios.Pushing;

public sealed class Pushed_mentions_need_the_key_and_count_once
{
    [Fact(Timeout = 120_000)]
    public async Task Without_the_key_no_mention_is_taken_and_with_it_a_repeat_changes_nothing()
    {
        var settings = OneBrand.Settings();
        settings.ApiKeys.Mentions = "a-long-enough-key";
        await using var app = await OneBrand.StartAsync(settings);

        (await app.PushAsync("果园记上新了", "social")).ShouldBe(401);
        (await app.PushAsync("果园记上新了", "social", key: "another")).ShouldBe(401);
        for (var i = 0; i < 3; i++)
            (await app.PushAsync("果园记上新了", "social", id: "1", key: "a-long-enough-key")).ShouldBe(200);
        (await app.Browser.PushAsync("{\"title\": 5", "a-long-enough-key")).ShouldBe(400);

        var now = app.Clock.GetUtcNow();
        var minutes = await app.Buckets.MinutesAsync(new TopicId("brand"), now.AddHours(-1), now.AddHours(1), now);
        Assert.Equal(1, minutes.Sum(m => m.Bucket.Mentions));
    }
}
