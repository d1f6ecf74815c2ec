using System.Text.Encodings.Web;
using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Queries;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Warnings;
using CrisisFlow.Warnings.Buckets;
using CrisisFlow.Warnings.Stories;

namespace CrisisFlow.Monitoring.Tests.Backtesting;

public sealed class ReplayingAnArchive
{
    private static readonly DateTimeOffset Start = new(2025, 3, 4, 4, 0, 0, TimeSpan.Zero);

    /// <summary>As the command writes: Chinese as it is, not as escapes.</summary>
    private static readonly BacktestJson Json = new(new JsonSerializerOptions(BacktestJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static DocumentItem At(double hours, string title, string? author = null) =>
        new(null, title, null, Start.AddHours(hours), null, author, "");

    private static readonly DocumentItem[] Archive =
    [
        At(0, "云杉新品首发"), At(1, "云杉春季活动满300减50"), At(20.5, "云杉回应用户数据泄露"), At(21, "云杉用户信息被贩卖"),
        At(22, "监管部门约谈云杉"), At(60, "松树上新"), At(90, "云杉联名款开售"), At(120, "松树上新了"),
    ];

    private static (List<BacktestLine> Lines, BacktestSummary Summary) Replay(IEnumerable<DocumentItem> items, SourceCategory category = SourceCategory.HotList)
    {
        var lines = new List<BacktestLine>();
        return (lines, BacktestRunner.Run(items, Request(category), lines.Add));
    }

    private static BacktestRequest Request(SourceCategory category) =>
        new(new TopicId("spruce"), ((QueryReading.Valid)TopicQuery.Parse("云杉")).Query, category, new WarningSettings());

    [Fact]
    public void A_grave_headline_raises_orange_in_its_own_minute()
    {
        var raised = Replay(Archive).Lines.First(line => line.IsAlarm);
        Assert.Equal((Start.AddHours(20.5).AddMinutes(1), "orange", "GraveEvent", "云杉回应用户数据泄露"), (raised.At, raised.Level, raised.Reason, raised.Story));
    }

    [Fact]
    public void A_promotion_raises_no_more_than_blue()
    {
        var promotion = Enumerable.Range(0, 40).Select(i => At(i / 20.0, $"云杉周年庆优惠第{i}波"));
        Assert.DoesNotContain(Replay(promotion).Lines, line => line.Kind == "raised" && line.Level != "blue");
    }

    [Fact]
    public void The_same_words_of_a_few_people_are_below_the_floor()
    {
        var (lines, _) = Replay(Enumerable.Range(0, 4).Select(i => At(i / 60.0, $"云杉数据泄露了,第{i}次", $"user{i}")), SourceCategory.Social);
        Assert.DoesNotContain(lines, line => line.Kind == "raised" && line.Level != "blue");
        Assert.Contains(lines, line => line is { Kind: "heldback", Reason: "BelowFloor" });
    }

    [Fact]
    public void Many_people_raise_what_a_few_do_not()
    {
        var (lines, _) = Replay(Enumerable.Range(0, 80).Select(i => At(i / 60.0, $"我的云杉账号数据泄露了,编号{i}", $"user{i}")), SourceCategory.Social);
        Assert.Contains(lines, line => line.IsAlarm);
    }

    [Fact]
    public void Order_in_the_archive_makes_no_difference() => Assert.Equal(Written(Replay(Archive).Lines), Written(Replay(Archive.Reverse()).Lines));

    [Fact]
    public void Passing_over_idle_minutes_changes_nothing()
    {
        var request = Request(SourceCategory.HotList);
        var scorer = new MentionScorer(request.Query);
        var watch = new TopicWatch(new TopicHistory(request.Topic, scorer.Names), WarningDecider.Initial, request.Settings);
        var stories = new StoryMatcher([]);
        var buckets = Archive.Where(item => item.Title.Contains("云杉", StringComparison.Ordinal))
            .Select(item => (Minute: MinuteBucket.MinuteOf(item.Published!.Value), Bucket: MinuteBucket.Of(scorer.Score(BacktestMention.Of(item, item.Published!.Value, request), item.Title, stories.Match(item.Title, "")))))
            .ToList();
        var lines = new List<BacktestLine>();
        for (var minute = Start; minute <= Start.AddHours(120); minute = minute.AddMinutes(1))
        {
            foreach (var (_, bucket) in buckets.Where(each => each.Minute == minute)) watch.History.Add(minute, bucket);
            var events = watch.Look(minute.AddMinutes(1));
            watch.Apply(events);
            lines.AddRange(events.Select(happened => BacktestLine.Of("spruce", happened)).OfType<BacktestLine>());
        }
        Assert.Equal(Written(lines), Written(Replay(Archive).Lines));
    }

    [Fact]
    public void A_line_is_written_as_promised()
    {
        var line = new BacktestLine(Start, "spruce", "orange", 49.4, "raised", "GraveEvent", "云杉数据泄露", ["云杉数据泄露"]);
        Assert.Equal(
            """{"at":"2025-03-04T04:00:00+00:00","topic":"spruce","level":"orange","index":49.4,"kind":"raised","reason":"GraveEvent","story":"云杉数据泄露","evidence":["云杉数据泄露"]}""",
            JsonSerializer.Serialize(line, Json.BacktestLine));
    }

    [Fact]
    public void The_summary_counts_what_was_read_and_raised()
    {
        var (lines, summary) = Replay([.. Archive, new DocumentItem(null, "云杉没有时间", null, null, null, null, "")]);
        Assert.Equal((9, 6, 1, lines.Count(line => line.Kind == "cleared")), (summary.Items, summary.Matched, summary.Untimed, summary.Cleared));
        Assert.Equal(lines.Where(line => line.Kind == "raised").GroupBy(line => line.Level).ToDictionary(level => level.Key, level => level.Count()), summary.Raised);
    }

    private static string Written(IEnumerable<BacktestLine> lines) =>
        string.Join("\n", lines.Select(line => JsonSerializer.Serialize(line, Json.BacktestLine)));
}
