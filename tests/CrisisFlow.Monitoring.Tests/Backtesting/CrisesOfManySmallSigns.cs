using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Tests.Backtesting;

/// <summary>
/// Crises that are not one headline: how they are graded when no hot list speaks, or only in passing.
/// </summary>
public sealed class CrisesOfManySmallSigns
{
    private static readonly DateTimeOffset Start = new(2025, 3, 4, 4, 0, 0, TimeSpan.Zero);

    private static readonly string[] Faults =
    [
        "用了两周屏幕全是绿线",
        "充电烫手还鼓包",
        "系统更新完变砖开不了机",
        "信号断断续续根本没法用",
        "售后推诿一个月不给修",
    ];

    private static readonly string[] Feelings =
    [
        "太失望了,再也不买",
        "差评,垃圾质量",
        "气死我了,要求退款",
        "真的坑人,后悔死了",
    ];

    [Fact(Timeout = 120_000)]
    public async Task Voices_of_a_whole_day_about_one_fault_are_worth_a_look_without_any_hot_list() =>
        Assert.True(await HighestAsync(Voices(80, hours: 16), SourceCategory.Review) >= Level.Yellow);

    [Fact(Timeout = 120_000)]
    public async Task Three_voices_are_worth_nothing_more_than_blue()
    {
        Assert.True(await HighestAsync(Voices(3, hours: 1), SourceCategory.Social) <= Level.Blue);
        Assert.True(await HighestAsync(Voices(80, hours: 1), SourceCategory.Social) >= Level.Yellow);
    }

    [Fact(Timeout = 120_000)]
    public async Task Contented_voices_that_name_faults_raise_no_more_than_blue()
    {
        var praise = Enumerable
            .Range(0, 80)
            .Select(i => Item(i / 5.0, $"云杉手机太好用了,非常喜欢,没有发烫也没有卡顿,强烈推荐,第{i}天", $"fan{i}"));
        Assert.True(await HighestAsync(praise, SourceCategory.Review) <= Level.Blue);
        Assert.True(await HighestAsync(praise.Concat(Voices(80, hours: 16)), SourceCategory.Review) >= Level.Yellow);
    }

    [Fact(Timeout = 120_000)]
    public async Task Two_reports_of_a_recall_in_english_news_are_a_crisis()
    {
        DocumentItem[] news =
        [
            Item(0, "Spruce recalls 40,000 strollers after child dies", null),
            Item(0.5, "Regulator warns parents to stop using Spruce strollers over choking hazard", null),
        ];
        Assert.True(await HighestAsync(news, SourceCategory.News) >= Level.Orange);
        Assert.True(await HighestAsync(news[..1], SourceCategory.News) <= Level.Blue);
    }

    [Fact(Timeout = 120_000)]
    public async Task Many_middling_headlines_of_a_day_are_worth_a_look()
    {
        DocumentItem[] headlines =
        [
            Item(0, "云杉涨价", null),
            Item(3, "云杉预制菜", null),
            Item(6, "云杉配料表", null),
            Item(9, "网友吐槽云杉服务", null),
            Item(12, "云杉被差评", null),
        ];
        Assert.True(await HighestAsync(headlines, SourceCategory.HotList) >= Level.Yellow);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_competitors_crisis_that_does_not_name_ours_is_none_of_ours()
    {
        DocumentItem[] headlines =
        [
            Item(0, "冷杉用户数据泄露", null),
            Item(1, "冷杉深夜致歉", null),
            Item(2, "云杉新品首发", null),
        ];
        Assert.True(await HighestAsync(headlines, SourceCategory.HotList) <= Level.Blue);
        Assert.True(
            await HighestAsync([.. headlines, Item(3, "云杉用户数据泄露", null)], SourceCategory.HotList)
                >= Level.Orange
        );
    }

    private static IEnumerable<DocumentItem> Voices(int count, double hours) =>
        Enumerable
            .Range(0, count)
            .Select(i =>
                Item(
                    hours * i / count,
                    $"云杉手机{Faults[i % Faults.Length]},{Feelings[i % Feelings.Length]},第{i}号买家",
                    $"buyer{i}"
                )
            );

    private static DocumentItem Item(double hours, string title, string? author) =>
        new(null, title, null, Start.AddHours(hours), null, author, "");

    private static async Task<Level> HighestAsync(IEnumerable<DocumentItem> items, SourceCategory category)
    {
        var highest = Level.None;
        var settings = new CrisisFlowSettings
        {
            Topics =
            [
                new()
                {
                    Id = "spruce",
                    Name = "云杉",
                    Match = "云杉 OR spruce",
                },
            ],
        };
        await BacktestRunner.RunAsync(
            items,
            new BacktestRequest(settings, _ => category),
            line =>
            {
                if (line.Kind != "raised")
                    return;
                var level = Enum.Parse<Level>(line.Level, ignoreCase: true);
                if (level > highest)
                    highest = level;
            }
        );
        return highest;
    }
}
