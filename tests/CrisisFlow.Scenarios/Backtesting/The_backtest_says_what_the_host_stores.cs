using CrisisFlow.Core.Mentions;
using CrisisFlow.Local.Demo;
using CrisisFlow.Scenarios.Driver;
using CrisisFlow.Settings;
using CrisisFlow.Testing;
using CrisisFlow.Testing.Events;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Scenarios.Backtesting;

/// <summary>
/// One archive goes to the backtest and to the running host, minute by minute. Every warning raised, changed, cleared
/// or held back is the same: its minute, level, index, reason, story and evidence.
/// </summary>
public sealed class The_backtest_says_what_the_host_stores
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 6, 4, 0, 0, TimeSpan.Zero);

    [Theory(Timeout = 300_000)]
    [InlineData("c14_chaoxing_leak")]
    [InlineData("c13_starbucks_police")]
    [InlineData("k25_xibei")]
    public async Task Of_a_real_event(string id)
    {
        if (RepositoryRoot.Data("crisis_events") is not { } folder)
        {
            Assert.Skip("The real events are not beside this checkout (../shared/data/crisis_events).");
            return;
        }

        var happened = CrisisEvent.ReadCatalogue(folder).Single(each => each.Id == id);
        // A week before its onset and four days after it: each minute is looked at.
        var items = happened
            .Read()
            .OrderBy(item => item.Published)
            .Where(item => item.Published > happened.Onset.AddDays(-7) && item.Published < happened.Onset.AddDays(4));
        await CompareAsync(new() { Topics = [happened.Topic] }, [.. items], _ => SourceCategory.HotList);
    }

    [Fact(Timeout = 300_000)]
    public async Task Of_an_archive_that_repeats_every_mention_eight_times()
    {
        var again = Enumerable
            .Range(0, 30 * 8)
            .Select(i => Post(i / 8 + i % 8, $"果园记吃出玻璃,第{i / 8}个人", $"post-{i / 8}", "board"));
        await CompareAsync(OneBrand.Settings(), [.. again.OrderBy(item => item.Published)], _ => SourceCategory.Social);
    }

    [Fact(Timeout = 300_000)]
    public async Task With_quiet_hours_in_another_time_zone()
    {
        var settings = OneBrand.Settings();
        settings.Brand.TimeZone = "America/New_York";
        (settings.Warnings.QuietFrom, settings.Warnings.QuietUntil) = (22, 7);
        settings.Warnings.EnterRed = 100;
        // 04:10 in UTC is ten past eleven at night in New York.
        DocumentItem[] items =
        [
            Post(10, OneBrand.Grave, "1", "board"),
            Post(700, "果园记上新了", "2", "board"),
            Post(2_000, "果园记道歉", "3", "board"),
        ];
        var lines = await CompareAsync(settings, items, _ => SourceCategory.HotList);
        Assert.Contains(lines, line => line.Contains("QuietHours", StringComparison.Ordinal));
    }

    [Fact(Timeout = 300_000)]
    public async Task Of_an_archive_of_several_sources_of_different_kinds()
    {
        string[] sources = ["board", "paper", "hot", "shop"];
        string[] said = ["吃出玻璃", "儿童送医", "监管部门约谈", "太好吃了", "客服推诿不退款"];
        var items = Enumerable
            .Range(0, 120)
            .Select(i => Post(i * 7 % 400, $"果园记{said[i % said.Length]},编号{i / 3}", $"{i}", sources[i * 5 % 4]));
        await CompareAsync(
            OneBrand.Settings(),
            [.. items.OrderBy(item => item.Published)],
            source =>
                source switch
                {
                    "hot" => SourceCategory.HotList,
                    "paper" => SourceCategory.News,
                    "shop" => SourceCategory.Review,
                    _ => SourceCategory.Forum,
                }
        );
    }

    [Fact(Timeout = 300_000)]
    public async Task Of_the_demo()
    {
        var archive = new DemoArchive();
        await using var app = await DemoDays.StartAsync(
            BothWays.EveryMinute(DemoDays.Settings()),
            MinuteBucket.MinuteOf(archive.Start)
        );
        var end = MinuteBucket.MinuteOf(archive.End).AddMinutes(1);
        while (app.Clock.GetUtcNow() < end)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await app.TickAsync();
        }

        var lines = await BothWays.BacktestAsync(DemoDays.Settings(), archive.Items, DemoArchive.Category);
        Assert.Equal(await BothWays.StoredAsync(app), lines);
        Assert.Contains(lines, line => line.Contains("\"red\"", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> CompareAsync(
        CrisisFlowSettings settings,
        IReadOnlyList<DocumentItem> items,
        Func<string, SourceCategory> category
    )
    {
        var stored = await BothWays.PushAsync(settings, new PushedArchive(items, category));
        var lines = await BothWays.BacktestAsync(settings, items, category);
        Assert.NotEmpty(lines);
        Assert.Equal(stored, lines);
        return lines;
    }

    private static DocumentItem Post(int minutes, string title, string id, string source) =>
        new(id, title, null, Noon.AddMinutes(minutes).AddSeconds(minutes % 60), null, "author-" + id, "")
        {
            Source = source,
        };
}
