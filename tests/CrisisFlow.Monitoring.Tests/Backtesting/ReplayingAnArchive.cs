using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Settings;

namespace CrisisFlow.Monitoring.Tests.Backtesting;

public sealed class ReplayingAnArchive
{
    private static readonly DateTimeOffset Start = new(2025, 3, 4, 4, 0, 0, TimeSpan.Zero);

    private static readonly DocumentItem[] Archive =
    [
        At(0, "云杉新品首发"),
        At(1, "云杉春季活动满300减50"),
        At(20.5, "云杉回应用户数据泄露"),
        At(21, "云杉用户信息被贩卖"),
        At(22, "监管部门约谈云杉"),
        At(60, "松树上新"),
        At(90, "云杉联名款开售"),
        At(120, "松树上新了"),
    ];

    [Fact(Timeout = 120_000)]
    public async Task A_grave_headline_raises_orange_in_its_own_minute()
    {
        var raised = (await ReplayAsync(Archive)).Lines.First(line => line.IsAlarm);
        Assert.Equal(
            (Start.AddHours(20.5).AddMinutes(1), "orange", "GraveEvent", "云杉回应用户数据泄露"),
            (raised.At, raised.Level, raised.Reason, raised.Story)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_promotion_raises_no_more_than_blue()
    {
        var promotion = Enumerable.Range(0, 40).Select(i => At(i / 20.0, $"云杉周年庆优惠第{i}波"));
        var (lines, _) = await ReplayAsync(promotion);
        Assert.DoesNotContain(lines, line => line.Kind == "raised" && line.Level != "blue");
    }

    [Fact(Timeout = 120_000)]
    public async Task The_same_words_of_a_few_people_are_below_the_floor()
    {
        var few = Enumerable.Range(0, 4).Select(i => At(i / 60.0, $"云杉数据泄露了,第{i}次", $"user{i}"));
        var (lines, _) = await ReplayAsync(few, SourceCategory.Social);
        Assert.DoesNotContain(lines, line => line.Kind == "raised" && line.Level != "blue");
        Assert.Contains(lines, line => line is { Kind: "heldback", Reason: "BelowFloor" });
    }

    [Fact(Timeout = 120_000)]
    public async Task Many_people_raise_what_a_few_do_not()
    {
        var many = Enumerable.Range(0, 80).Select(i => At(i / 60.0, $"我的云杉账号数据泄露了,编号{i}", $"user{i}"));
        Assert.Contains((await ReplayAsync(many, SourceCategory.Social)).Lines, line => line.IsAlarm);
    }

    [Fact(Timeout = 120_000)]
    public async Task Order_in_the_archive_makes_no_difference() =>
        Assert.Equal(
            Lines.Of((await ReplayAsync(Archive)).Lines),
            Lines.Of((await ReplayAsync(Archive.Reverse())).Lines)
        );

    [Fact(Timeout = 120_000)]
    public async Task An_item_that_comes_again_counts_once()
    {
        DocumentItem[] once = [.. Enumerable.Range(0, 6).Select(i => Post(i, $"云杉数据泄露,第{i}个人", $"post-{i}"))];
        var again = once.SelectMany(item => Enumerable.Repeat(item, 8));
        var (lines, summary) = await ReplayAsync(again, SourceCategory.Social);
        Assert.Equal(Lines.Of((await ReplayAsync(once, SourceCategory.Social)).Lines), Lines.Of(lines));
        Assert.Equal((48, 48), (summary.Items, summary.Matched));
    }

    [Fact(Timeout = 120_000)]
    public async Task Each_source_counts_as_the_kind_of_place_it_is()
    {
        DocumentItem[] items = [At(0, "云杉回应用户数据泄露") with { Source = "board" }];
        var asForum = await ReplayAsync(
            items,
            Request(source => source == "board" ? SourceCategory.Forum : SourceCategory.HotList)
        );
        Assert.DoesNotContain(asForum.Lines, line => line.IsAlarm);
        Assert.Contains((await ReplayAsync(items)).Lines, line => line.IsAlarm);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("Asia/Shanghai", false)]
    [InlineData("Europe/Berlin", true)]
    public async Task Quiet_hours_are_those_of_the_brands_time_zone(string zone, bool quiet)
    {
        // 04:31 in UTC is 12:31 in Shanghai and 05:31 in Berlin.
        var request = Request(_ => SourceCategory.HotList);
        request.Settings.Brand.TimeZone = zone;
        (request.Settings.Warnings.QuietFrom, request.Settings.Warnings.QuietUntil) = (22, 7);
        var (lines, _) = await ReplayAsync([At(0.5, "云杉回应用户数据泄露")], request);
        Assert.Equal(quiet, lines.Any(line => line is { Kind: "heldback", Reason: "QuietHours" }));
    }

    [Fact(Timeout = 120_000)]
    public async Task What_an_item_says_beyond_the_limit_of_a_text_counts_no_more_than_live()
    {
        var text = new string('云', 8_000) + "云杉用户数据泄露";
        Assert.Equal(0, (await ReplayAsync([At(0, "") with { Text = text }])).Summary.Matched);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_item_with_an_impossible_date_is_left_out()
    {
        var impossible = new DocumentItem(null, "云杉", null, DateTimeOffset.UnixEpoch, null, null, "");
        var (_, summary) = await ReplayAsync([.. Archive, impossible]);
        Assert.Equal((1, 6, Start), (summary.Untimed, summary.Matched, summary.From));
    }

    [Fact]
    public void A_line_is_written_as_promised()
    {
        var line = new BacktestLine(
            Start,
            "spruce",
            "orange",
            49.4,
            "raised",
            "GraveEvent",
            "云杉数据泄露",
            ["云杉数据泄露"]
        );
        Assert.Equal(
            """{"at":"2025-03-04T04:00:00+00:00","topic":"spruce","level":"orange","index":49"""
                + """.4,"kind":"raised","reason":"GraveEvent","story":"云杉数据泄露","evidence":["云杉数据泄露"]}""",
            JsonSerializer.Serialize(line, Lines.Json.BacktestLine)
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task The_summary_counts_what_was_read_and_raised()
    {
        var untimed = new DocumentItem(null, "云杉没有时间", null, null, null, null, "");
        var (lines, summary) = await ReplayAsync([.. Archive, untimed]);
        var cleared = lines.Count(line => line.Kind == "cleared");
        Assert.Equal((9, 6, 1, cleared), (summary.Items, summary.Matched, summary.Untimed, summary.Cleared));
        var raised = lines.Where(line => line.Kind == "raised").CountBy(line => line.Level);
        Assert.Equal(raised.ToDictionary(), summary.Raised);
        Assert.Equal(("summary", "云杉"), (summary.Kind, summary.Topic));
        Assert.Equal((Start, Start.AddHours(120)), (summary.From, summary.Until));
    }

    private static DocumentItem At(double hours, string title, string? author = null) =>
        new(null, title, null, Start.AddHours(hours), null, author, "");

    private static DocumentItem Post(int minutes, string title, string id) =>
        new(id, title, null, Start.AddMinutes(minutes), null, id, "");

    private static BacktestRequest Request(Func<string, SourceCategory> category) =>
        new(
            new CrisisFlowSettings
            {
                Topics =
                [
                    new()
                    {
                        Id = "spruce",
                        Name = "云杉",
                        Match = "云杉",
                    },
                ],
            },
            category
        );

    private static Task<(List<BacktestLine> Lines, BacktestSummary Summary)> ReplayAsync(
        IEnumerable<DocumentItem> items,
        SourceCategory category = SourceCategory.HotList
    ) => ReplayAsync(items, Request(_ => category));

    private static async Task<(List<BacktestLine> Lines, BacktestSummary Summary)> ReplayAsync(
        IEnumerable<DocumentItem> items,
        BacktestRequest request
    )
    {
        var lines = new List<BacktestLine>();
        var summary = await BacktestRunner.RunAsync(
            items,
            request,
            lines.Add,
            null,
            TestContext.Current.CancellationToken
        );
        return (lines, summary);
    }
}
