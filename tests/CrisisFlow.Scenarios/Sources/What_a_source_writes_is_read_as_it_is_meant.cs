using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Scenarios.Sources;

public sealed class What_a_source_writes_is_read_as_it_is_meant
{
    [Fact(Timeout = 120_000)]
    public async Task A_key_of_the_environment_reaches_the_source_inside_its_header()
    {
        await using var server = new FaultServer();
        var settings = Polled(server, server.Answer("/list", "[]", "application/json"));
        settings.Sources[0].Headers["Authorization"] = "Bearer ${env:PATH}";
        await using var app = await OneBrand.StartAsync(settings);
        await app.TickAsync();

        Assert.Equal(
            "Bearer " + Environment.GetEnvironmentVariable("PATH"),
            server.Requests[0].Headers["Authorization"]
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task Times_without_a_zone_are_the_sources()
    {
        await using var server = new FaultServer();
        // 20:01 in New York is 01:01 in London.
        var settings = Polled(
            server,
            server.Answer(
                "/list",
                List(("果园记上新", "2026-03-05 19:51:00"), ("果园记很甜", "5分钟前")),
                "application/json"
            )
        );
        settings.Sources[0].TimeZone = "America/New_York";
        await using var app = await OneBrand.StartAsync(settings);
        await app.TickAsync();

        Assert.Equal([OneBrand.Morning.AddMinutes(-9), OneBrand.Morning.AddMinutes(-5)], await MinutesAsync(app));
    }

    [Fact(Timeout = 120_000)]
    public async Task Items_that_are_all_off_by_whole_hours_are_told()
    {
        await using var server = new FaultServer();
        var settings = Polled(server, server.Answer("/list", "[]", "application/json"));
        await using var app = await OneBrand.StartAsync(settings);
        await app.TickAsync();
        for (var i = 1; i <= 4; i++)
        {
            // Written on New York's clocks, five hours behind.
            var at = app.Clock.GetUtcNow().AddHours(-5).AddMinutes(3);
            server.Answer("/list", List(($"果园记 {i}", at.ToString("yyyy-MM-dd HH:mm:ss"))), "application/json");
            await app.FastForwardAsync(TimeSpan.FromMinutes(5));
        }

        (await app.Browser.GetAsync("/sources", "en"))
            .ShouldBe(200)
            .ShouldSay("new items are dated 5 hours before they came; set the source's timeZone.");
    }

    [Fact(Timeout = 120_000)]
    public async Task A_source_that_is_on_time_or_a_little_late_is_not()
    {
        await using var server = new FaultServer();
        var settings = Polled(server, server.Answer("/list", "[]", "application/json"));
        await using var app = await OneBrand.StartAsync(settings);
        await app.TickAsync();
        for (var i = 1; i <= 6; i++)
        {
            var at = app.Clock.GetUtcNow().AddMinutes(-i * 25);
            server.Answer("/list", List(($"果园记 {i}", at.ToString("yyyy-MM-dd HH:mm:ss"))), "application/json");
            await app.FastForwardAsync(TimeSpan.FromMinutes(5));
        }

        (await app.Browser.GetAsync("/sources", "en")).ShouldBe(200).ShouldNotSay("are dated");
    }

    [Fact(Timeout = 120_000)]
    public async Task The_first_of_a_list_that_counts_from_0_is_its_top()
    {
        await using var server = new FaultServer();
        var settings = Polled(
            server,
            server.Answer(
                "/list",
                """[{"word":"果园记上热搜","rank":0},{"word":"天气","rank":1},{"word":"果园记","rank":2}]""",
                "application/json"
            )
        );
        settings.Sources[0].Category = SourceCategory.HotList;
        await using var app = await OneBrand.StartAsync(settings);
        await app.TickAsync();

        var now = app.Clock.GetUtcNow();
        var minutes = await app.Buckets.MinutesAsync(new TopicId("brand"), now.AddHours(-1), now.AddHours(1), now);
        Assert.Equal(1, minutes.Min(m => m.Bucket.Rank));
    }

    private static CrisisFlowSettings Polled(FaultServer server, Uri url)
    {
        var settings = OneBrand.Settings();
        settings.Fetch.AllowHosts = [server.AllowHost];
        settings.Sources =
        [
            new()
            {
                Name = "board",
                Url = url,
                Category = SourceCategory.Social,
                Interval = TimeSpan.FromMinutes(5),
                Mapping = new JsonMapping
                {
                    Title = "/word",
                    Published = "/at",
                    Rank = "/rank",
                },
            },
        ];
        return settings;
    }

    private static string List(params (string Word, string At)[] items) =>
        "[" + string.Join(',', items.Select(item => $$"""{"word":"{{item.Word}}","at":"{{item.At}}"}""")) + "]";

    private static async Task<IReadOnlyList<DateTimeOffset>> MinutesAsync(LocalApp app)
    {
        var now = app.Clock.GetUtcNow();
        var minutes = await app.Buckets.MinutesAsync(new TopicId("brand"), now.AddHours(-24), now.AddHours(1), now);
        return [.. minutes.Where(m => m.Bucket.Mentions > 0).Select(m => m.Minute)];
    }
}
