using CrisisFlow.Core.Mentions;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Warnings;

namespace CrisisFlow.Scenarios.Reports;

public sealed class One_report_counts_once
{
    private static readonly DateTimeOffset At = OneBrand.Morning.AddMinutes(-10);

    public static TheoryData<string> Changing =>
        [
            "session in guid and link",
            "moving date",
            "counter in the title",
            "updated mark",
            "fragment and order",
            "scheme, slash and device",
            "parameter of unknown name",
            "session in the path",
            "escaped and not",
            "no link",
            "stable guid",
        ];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Changing))]
    public async Task A_report_whose_feed_names_it_anew_at_every_fetch_is_one_report(string changing)
    {
        await using var feeds = new LiveFeeds();
        await using var app = await feeds.StartAsync(
            feeds.Source("city-news", n => [Item(changing, n)], SourceCategory.News)
        );
        await app.FastForwardAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));
        Assert.Equal((1, 1), await app.CountsAsync());
        Assert.True(await app.HighestAsync() < Level.Orange, $"{await app.HighestAsync()}");
    }

    [Fact(Timeout = 120_000)]
    public async Task One_report_in_a_section_feed_and_in_the_main_feed_is_one()
    {
        await using var feeds = new LiveFeeds();
        LiveItem[] item = [new(OneBrand.Grave, "https://n.example/1", "urn:1", At)];
        LiveItem[] shorter =
        [
            new(OneBrand.Grave + "_城市新闻网", "https://m.n.example/1?from=main", "urn:main-1", At.AddMinutes(1))
            {
                Text = "果园记回应。",
            },
        ];
        await using var app = await feeds.StartAsync(
            feeds.Source("section", _ => item, SourceCategory.News),
            feeds.Source("main", _ => shorter, SourceCategory.News)
        );
        await app.FastForwardAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));
        Assert.Equal((1, 1), await app.CountsAsync());
        Assert.True(await app.HighestAsync() < Level.Orange);
    }

    [Fact(Timeout = 120_000)]
    public async Task One_wire_story_in_two_papers_is_two_reports()
    {
        await using var feeds = new LiveFeeds();
        await using var app = await feeds.StartAsync(
            feeds.Source("one", _ => [new(OneBrand.Grave, "https://n.example/1", "1", At)], SourceCategory.News),
            feeds.Source("two", _ => [new(OneBrand.Grave, "https://o.example/1", "1", At)], SourceCategory.News)
        );
        await app.FastForwardAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));
        Assert.Equal((2, 2), await app.CountsAsync());
        Assert.True(await app.HighestAsync() >= Level.Orange);
    }

    [Fact(Timeout = 120_000)]
    public async Task Two_stories_of_one_feed_are_two_reports()
    {
        await using var feeds = new LiveFeeds();
        LiveItem[] items =
        [
            new(OneBrand.Grave, "https://n.example/?p=1", "1", At),
            new("果园记门店被查出使用过期原料 监管部门责令停业", "https://n.example/?p=2", "2", At),
            new("果园记门店被查出使用过期原料 监管部门责令停业", "https://n.example/?p=3", "3", At),
        ];
        await using var app = await feeds.StartAsync(feeds.Source("one", _ => items, SourceCategory.News));
        await app.FastForwardAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(5));
        Assert.Equal((3, 3), await app.CountsAsync());
    }

    [Theory(Timeout = 120_000)]
    [InlineData("果园记朝阳门店多名顾客食物中毒送医", "果园记海淀门店多名顾客食物中毒送医")]
    [InlineData("果园记果汁致3人送医 市场监管部门介入调查", "果园记果汁致30人送医 市场监管部门介入调查")]
    public async Task Two_near_titles_of_one_feed_are_two_reports_with_links_and_without(string one, string other)
    {
        await using var feeds = new LiveFeeds();
        LiveItem[] linked = [new(one, "https://n.example/1", "1", At), new(other, "https://n.example/2", "2", At)];
        LiveItem[] bare = [new(one, null, "1", At), new(other, null, "2", At.AddMinutes(-20))];
        await using var app = await feeds.StartAsync(
            feeds.Source("linked", _ => linked, SourceCategory.News),
            feeds.Source("bare", _ => bare, SourceCategory.News)
        );
        await app.FastForwardAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(5));
        Assert.Equal((4, 4), await app.CountsAsync());
    }

    [Fact(Timeout = 120_000)]
    public async Task Items_that_share_an_id_are_told_apart_by_link_and_then_by_title()
    {
        await using var feeds = new LiveFeeds();
        LiveItem[] byLink =
        [
            new("果园记门店开业", "https://n.example/1", "https://n.example/", At),
            new(OneBrand.Grave, "https://n.example/2", "https://n.example/", At),
            new(OneBrand.Grave, "https://n.example/3", "https://n.example/", At),
        ];
        LiveItem[] byTitle =
        [
            new("果园记新品上市", "https://o.example/", "https://o.example/", At),
            new("果园记消费者称吃出异物", "https://o.example/", "https://o.example/", At),
        ];
        await using var app = await feeds.StartAsync(
            feeds.Source("by-link", _ => byLink, SourceCategory.News),
            feeds.Source("by-title", _ => byTitle, SourceCategory.News)
        );
        await app.FastForwardAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(5));
        Assert.Equal((5, 5), await app.CountsAsync());
        Assert.True(await app.HighestAsync() >= Level.Orange);
        (await app.Browser.GetAsync("/sources", "en")).ShouldSay("https://n.example/").ShouldSay("3 items");
    }

    private static LiveItem Item(string changing, int n) =>
        changing switch
        {
            "session in guid and link" => new(OneBrand.Grave, $"https://n.example/1?sid={n}", $"urn:{n}", At),
            "moving date" => new(OneBrand.Grave, "https://n.example/1", $"urn:{n}", At.AddMinutes(5 * n)),
            "counter in the title" => new(
                $"{OneBrand.Grave} ({n * 37}条评论)",
                "https://n.example/1",
                $"urn:{n}",
                At.AddMinutes(n)
            ),
            "updated mark" => new(
                OneBrand.Grave + (n % 2 == 0 ? "" : "(更新)"),
                $"https://n.example/1?t=17725000{n:00}",
                $"{n}",
                At
            ),
            "fragment and order" => new(
                OneBrand.Grave,
                n % 2 == 0 ? "https://n.example/a?id=1&c=2#top" : $"https://n.example/a?c=2&id=1&utm_source={n}#p{n}",
                null,
                At
            ),
            "scheme, slash and device" => new(
                OneBrand.Grave,
                (n % 4) switch
                {
                    0 => "https://www.n.example/news/1",
                    1 => "http://n.example/news/1/",
                    2 => "https://m.n.example/news/1?spm=a1.b2",
                    _ => "https://n.example/amp/news/1",
                },
                $"urn:{n}",
                At
            ),
            "parameter of unknown name" => new(
                OneBrand.Grave,
                $"https://n.example/a?id=1&zz={n * 7919}",
                $"{n}",
                At.AddMinutes(n % 2)
            ),
            "session in the path" => new(OneBrand.Grave, $"https://n.example/(S(k{n}))/1;jsessionid=A{n}", $"{n}", At),
            "escaped and not" => new(
                OneBrand.Grave,
                n % 2 == 0 ? "https://n.example/%E6%96%B0?x=%41" : "HTTP://N.example:80/新?x=A",
                $"{n}",
                At
            ),
            "no link" => new(OneBrand.Grave, null, $"urn:{n}", At),
            _ => new(OneBrand.Grave, "https://n.example/1", "urn:1", At.AddMinutes(5 * n)),
        };
}
