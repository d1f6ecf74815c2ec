using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Settings;

namespace CrisisFlow.Monitoring.Tests.Backtesting;

/// <summary>A backtest passes over minutes in which nothing can happen, and reads again only what changed.</summary>
public sealed class Passing_over_minutes_changes_nothing
{
    private static readonly DateTimeOffset Start = new(2025, 3, 4, 4, 0, 0, TimeSpan.Zero);

    private static readonly string[] Said =
    [
        "云杉新品首发",
        "云杉回应用户数据泄露",
        "云杉用户信息被贩卖",
        "监管部门约谈云杉",
        "云杉联名款开售",
        "云杉道歉",
        "云杉涨价",
        "网友吐槽云杉服务",
        "云杉门店吃出异物",
        "云杉周年庆优惠",
        "松树上新",
    ];

    private static readonly string[] Sources = ["hot", "board", "paper"];

    [Theory(Timeout = 120_000)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task An_archive_gives_the_same_lines_as_looking_at_every_minute(int seed)
    {
        var items = Archive(new Random(seed));
        var request = new BacktestRequest(seed % 2 == 0 ? Settings(22, 7) : Settings(0, 0), Category);
        var lines = new List<BacktestLine>();

        await BacktestRunner.RunAsync(items, request, lines.Add, cancellation: TestContext.Current.CancellationToken);

        Assert.NotEmpty(lines);
        Assert.Equal(Lines.Of(await EveryMinute.LinesAsync(items, request)), Lines.Of(lines));
    }

    // Bursts of an hour, with hours and weeks between them; some items come again, some at the turn of a minute.
    private static List<DocumentItem> Archive(Random random)
    {
        var items = new List<DocumentItem>();
        var at = Start;
        for (var burst = 0; burst < 8; burst++)
        {
            at = at.AddHours(burst == 5 ? 24 * 30 : random.Next(1, 90));
            at = new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, 0, 0, TimeSpan.Zero);
            for (var i = random.Next(1, 25); i > 0; i--)
            {
                at = at.AddSeconds(random.Next(4) == 0 ? 60 - at.Second : random.Next(300));
                items.Add(Item(random, at));
            }
        }

        return items;
    }

    private static DocumentItem Item(Random random, DateTimeOffset at)
    {
        var title = Said[random.Next(Said.Length)];
        var id = random.Next(3) == 0 ? title : null;
        if (id is null)
            title += random.Next(40);
        return new DocumentItem(id, title, null, at, null, $"user{random.Next(30)}", "")
        {
            Source = Sources[random.Next(Sources.Length)],
            Rank = random.Next(2) == 0 ? random.Next(1, 50) : null,
        };
    }

    private static SourceCategory Category(string source) =>
        source switch
        {
            "hot" => SourceCategory.HotList,
            "paper" => SourceCategory.News,
            _ => SourceCategory.Forum,
        };

    private static CrisisFlowSettings Settings(double quietFrom, double quietUntil) =>
        new()
        {
            Topics =
            [
                new()
                {
                    Id = "spruce",
                    Name = "云杉",
                    Match = "云杉",
                },
                new()
                {
                    Id = "pine",
                    Name = "松树",
                    Match = "松树",
                    Type = TopicType.Competitor,
                },
            ],
            Warnings = new() { QuietFrom = quietFrom, QuietUntil = quietUntil },
        };
}
