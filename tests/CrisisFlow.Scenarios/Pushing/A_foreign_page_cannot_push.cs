using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;

namespace CrisisFlow.Scenarios.Pushing;

/// <summary>
/// Without a key this machine is trusted; a page of another site that a browser on this machine shows is not.
/// </summary>
public sealed class A_foreign_page_cannot_push
{
    private const string Mention = """{"title":"果园记吃出玻璃"}""";

    [Theory(Timeout = 120_000)]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Nothing_that_a_foreign_page_sends_is_taken(string header, string value)
    {
        await using var app = await OneBrand.StartAsync();
        (await app.Browser.PushAsync(Mention, headers: (header, value))).ShouldBe(403);
        var now = app.Clock.GetUtcNow();
        Assert.Empty(await app.Buckets.MinutesAsync(new TopicId("brand"), now.AddHours(-1), now.AddHours(1), now));
        (await app.Browser.PushAsync(Mention)).ShouldBe(200);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("?category=3")]
    [InlineData("?category=news,social")]
    [InlineData("?source=0123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public async Task A_category_that_has_no_such_name_and_a_name_that_is_too_long_are_refused(string query)
    {
        await using var app = await OneBrand.StartAsync();
        (await app.Browser.PushAsync(Mention, query: query)).ShouldBe(400);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("CF-Connecting-IP", "203.0.113.7")]
    public async Task Whoever_comes_through_a_proxy_is_not_taken_for_this_machine(string header, string value)
    {
        await using var app = await OneBrand.StartAsync();
        (await app.Browser.PushAsync(Mention, headers: (header, value))).ShouldBe(401);
    }
}
