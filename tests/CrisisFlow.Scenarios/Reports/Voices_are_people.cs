using System.Globalization;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Reports;

public sealed class Voices_are_people
{
    private const string Said = "果园记果汁喝出玻璃碎片 嘴都划破了 太气人了";

    [Fact(Timeout = 120_000)]
    public async Task One_author_posting_sixty_times_is_one_voice_and_told_as_such()
    {
        await using var app = await OneBrand.StartAsync();
        await PostAsync(app, 60, n => n % 2 == 0 ? "U0" : " u0 ");
        Assert.Equal(60, (await app.SumAsync()).Mentions);
        Assert.True(await app.HighestAsync() <= Level.Blue, $"{await app.HighestAsync()}");
        (await app.Browser.GetAsync("/warnings/brand", "en")).ShouldSay("60 posts by 1 author");
    }

    [Fact(Timeout = 120_000)]
    public async Task Sixty_authors_are_a_crowd()
    {
        await using var app = await OneBrand.StartAsync();
        await PostAsync(app, 60, n => $"u{n}");
        Assert.True(await app.HighestAsync() >= Level.Orange, $"{await app.HighestAsync()}");
        (await app.Browser.GetAsync("/warnings/brand", "en")).ShouldNotSay("posts by");
    }

    [Fact(Timeout = 120_000)]
    public async Task Sixty_who_name_nobody_are_a_crowd_too()
    {
        await using var app = await OneBrand.StartAsync();
        await PostAsync(app, 60, n => n % 2 == 0 ? null : "匿名用户");
        Assert.True(await app.HighestAsync() >= Level.Orange, $"{await app.HighestAsync()}");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_flood_by_a_few_is_told_in_the_mail()
    {
        await using var app = await OneBrand.StartAsync();
        await PostAsync(app, 60, n => $"u{n % 6}");
        Assert.InRange(await app.HighestAsync(), Level.Yellow, Level.Orange);
        Assert.Contains("60 条信息出自 6 名作者", app.Mailbox("ann").All[0].Text, StringComparison.Ordinal);
        (await app.Browser.GetAsync("/warnings/brand", "en")).ShouldSay("60 posts by 6 authors");
    }

    private static async Task PostAsync(LocalApp app, int count, Func<int, string?> author)
    {
        var posts = Enumerable
            .Range(0, count)
            .Select(n =>
                $$"""{"id":"p{{n}}","text":"{{Said}} {{n}}","published":"{{Moment(n)}}" """
                + (author(n) is { } name ? $$""", "author":"{{name}}"}""" : "}")
            );
        (await app.Browser.PushAsync($"[{string.Join(',', posts)}]", query: "?source=wb&category=social")).ShouldBe(
            200
        );
        await app.FastForwardAsync(TimeSpan.FromMinutes(15));

        string Moment(int n) =>
            app
                .Clock.GetUtcNow()
                .AddSeconds(-60 - n)
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
