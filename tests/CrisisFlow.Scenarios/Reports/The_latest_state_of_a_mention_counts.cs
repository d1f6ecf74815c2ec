using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Reports;

public sealed class The_latest_state_of_a_mention_counts
{
    private const string Harmless = "果园记新店今日开业";
    private static readonly DateTimeOffset At = OneBrand.Morning.AddMinutes(-10);

    [Theory(Timeout = 120_000)]
    [InlineData("title")]
    [InlineData("title and guid")]
    [InlineData("text")]
    public async Task A_report_that_turns_grave_is_read_again_and_counts_once(string changes)
    {
        await using var feeds = new LiveFeeds();
        await using var app = await feeds.StartAsync(
            feeds.Source(
                "city-news",
                n =>
                    n < 4 ? [new(Harmless, "https://n.example/1", "1", At)]
                    : changes == "text" ? [new(Harmless, "https://n.example/1", "1", At) { Text = OneBrand.Grave }]
                    : [new(OneBrand.Grave, "https://n.example/1", changes == "title" ? "1" : "1b", At)],
                SourceCategory.News
            ),
            feeds.Source("other-news", _ => [new(OneBrand.Grave, "https://o.example/1", "1", At)], SourceCategory.News)
        );
        await app.FastForwardAsync(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(5));
        var before = await app.SumAsync();
        await app.FastForwardAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(5));
        var after = await app.SumAsync();

        Assert.Equal((2, 2, 2), (before.Mentions, after.Mentions, after.News));
        Assert.True(after.SeveritySum > 1.5 * before.SeveritySum, $"{before.SeveritySum} and {after.SeveritySum}");
        Assert.True(await app.HighestAsync() >= Level.Orange);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_report_that_is_corrected_counts_as_what_it_says_last()
    {
        await using var feeds = new LiveFeeds();
        await using var app = await feeds.StartAsync(
            feeds.Source(
                "city-news",
                n => [new(n is >= 2 and < 4 ? OneBrand.Grave : Harmless, "https://n.example/1", "1", At)],
                SourceCategory.News
            )
        );
        await app.FastForwardAsync(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));
        var first = await app.SumAsync();
        await app.FastForwardAsync(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5));
        var grave = await app.SumAsync();
        await app.FastForwardAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(5));
        var last = await app.SumAsync();

        Assert.Equal((1, 1, 1), (first.Mentions, grave.Mentions, last.Mentions));
        Assert.True(grave.Severity > first.Severity);
        Assert.Equal(first.Severity, last.Severity);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_report_whose_text_only_counts_its_readers_is_left_alone()
    {
        await using var feeds = new LiveFeeds();
        await using var app = await feeds.StartAsync(
            feeds.Source(
                "city-news",
                n => [new(Harmless, "https://n.example/1", "1", At) { Text = $"阅读 {n * 31}" }],
                SourceCategory.News
            )
        );
        await app.FastForwardAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(5));
        Assert.Equal((1, 1), await app.CountsAsync());
        Assert.Equal(Level.None, await app.HighestAsync());
    }

    [Theory(Timeout = 120_000)]
    [InlineData("news", 1)]
    [InlineData("forum", 0)]
    public async Task A_push_that_corrects_the_category_corrects_what_it_repeats(string category, int news)
    {
        await using var app = await OneBrand.StartAsync();
        const string item = """[{"id":"1","title":"果园记新店今日开业"}]""";
        (await app.Browser.PushAsync(item, query: "?source=city&category=forum")).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(5));
        (await app.Browser.PushAsync(item, query: $"?source=city&category={category}")).ShouldBe(200);
        await app.FastForwardAsync(TimeSpan.FromMinutes(5));

        Assert.Equal((1, news), await app.CountsAsync());
    }
}
