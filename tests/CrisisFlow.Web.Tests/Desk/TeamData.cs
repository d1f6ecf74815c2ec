using CrisisFlow.Core.Deciding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Presentation.Charts;
using CrisisFlow.Warnings;
using CrisisFlow.Web.Cases;
using CrisisFlow.Web.Team;

namespace CrisisFlow.Web.Tests.Desk;

/// <summary>Warnings, sources and hours for the team's pages; every text from outside may be a hostile one.</summary>
internal static class TeamData
{
    public static readonly IReadOnlyList<Term> Terms = [new(Indicator.EventSeverity, 0.82, 0.9, 24.6), new(Indicator.NegativeCount, 214, 0.7, 11.3), new(Indicator.NegativeShare, 0.71, 0.5, 5.1)];

    public static Func<SiteParts, SiteParts> With(string story = "年货节“先涨价后打折”", List<WarningCommand>? told = null) => parts => parts with
    {
        Warnings = Desk(story, told ?? []),
        Sources = _ => Task.FromResult<IReadOnlyList<SourceLine>>(
        [
            new("微圈热榜", SourceCategory.HotList, "https://hot.example/feed.xml", SourceStatus.Well, SampleCase.Start.AddMinutes(-2), SampleCase.Start.AddMinutes(-2), SampleCase.Start.AddMinutes(3), 1_204, null),
            new(story, SourceCategory.News, "javascript:alert(1)", SourceStatus.Failing, SampleCase.Start.AddMinutes(-9), SampleCase.Start.AddHours(-7), SampleCase.Start.AddMinutes(20), 88, "Source 消费观察网 answered 503: " + story),
            new("论坛", SourceCategory.Forum, null, SourceStatus.Quiet, SampleCase.Start.AddMinutes(-1), SampleCase.Start.AddDays(-2), null, 12, null),
        ]),
        History = new TopicChartData(Hours, new Dictionary<Level, double> { [Level.Blue] = 15, [Level.Yellow] = 30, [Level.Orange] = 45, [Level.Red] = 68 }),
        Talk = (topic, _) => Task.FromResult(topic == "qingtian" ? TalkData.Of(story) : null),
        Lessons = cancellation => TalkData.LessonsAsync(parts, cancellation),
        Health = _ => Task.FromResult((true, """{"status":"ok"}""")),
    };

    public static Task<IReadOnlyList<HourPoint>> Hours(string topic, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        var points = new List<HourPoint>();
        var hour = new DateTimeOffset(from.Year, from.Month, from.Day, from.Hour, 0, 0, TimeSpan.Zero);
        for (; hour < until; hour = hour.AddHours(1))
        {
            var distance = (hour - SampleCase.Start).TotalHours;
            var wave = distance < -1 ? 0 : 260 * Math.Exp(-Math.Max(0, distance - 1) / 5);
            var all = (long)(wave + 14 + 8 * Math.Sin(hour.Hour / 24.0 * 6.28));
            points.Add(new HourPoint(hour, all, (long)(wave * 0.7 + 2), Math.Min(100, 6 + wave / 4.2)));
        }

        return Task.FromResult<IReadOnlyList<HourPoint>>(points);
    }

    private static WarningDesk Desk(string story, List<WarningCommand> told)
    {
        var at = SampleCase.Start;
        IReadOnlyList<WarningEvidence> evidence = [new(story, 0.8, 120, 3), new("顾客晒出订单截图", 0.6, 44, null)];
        var key = default(StoryKey)!;
        WarningEvent[] events =
        [
            new WarningEvent.SilenceBegan(at.AddHours(-1), "s1", story, story, at.AddHours(2)),
            new WarningEvent.Raised(at.AddHours(-2), "qingtian.0001", Level.None, Level.Orange, 52.4, WarningReason.GraveEvent, story, key, Terms, evidence, true),
            new WarningEvent.HeldBack(at.AddHours(-3), Level.Yellow, 31, WarningReason.BelowFloor, story, key, Terms, evidence, at.AddHours(1)),
            new WarningEvent.Changed(at.AddHours(-4), "qingtian.0000", Level.Orange, Level.Yellow, 33, WarningReason.IndexFell, story, Terms, evidence),
            new WarningEvent.Cleared(at.AddHours(-5), "qingtian.0000", Level.Yellow, 8, WarningReason.Dismissed, story, null, "林悦"),
            new WarningEvent.MailDue(at.AddHours(-6), "qingtian.0000", Level.Yellow, 33, WarningReason.HoldEnded, story),
            new WarningEvent.SilenceEnded(at.AddHours(-7), "s0", null),
            new WarningEvent.TopicRetired(at.AddHours(-8), story),
        ];
        var open = new OpenWarning("qingtian.0001", Level.Orange, 52.4, story, key, at.AddHours(-2), at.AddHours(-2), false, Terms, evidence, WarningReason.GraveEvent);
        WarningState state = new WarningState.Watching([open], [], [new Silence("s1", story, story, at.AddHours(-1), at.AddHours(2))], [], 1);
        return new WarningDesk(
            (_, _) => Task.FromResult<IReadOnlyList<WarningView>>(
            [
                new("qingtian.0001", new TopicId("qingtian"), Level.Orange, Level.Orange, 52.4, story, at.AddHours(-2), at.AddHours(-1), null, [WarningReason.GraveEvent], Terms, evidence),
                new("qingtian.0000", new TopicId("qingtian"), Level.None, Level.Yellow, 8, story, at.AddHours(-9), at.AddHours(-5), at.AddHours(-5), [WarningReason.NegativeSurge, WarningReason.Calm], Terms, evidence),
            ]),
            (_, _) => Task.FromResult<IReadOnlyList<WarningEvent>>(events),
            (topic, _) => Task.FromResult(topic.Value == "qingtian" ? state : null),
            (_, command, _) =>
            {
                told.Add(command);
                return Task.FromResult(Decision<WarningEvent, WarningRefusal>.Nothing);
            });
    }
}
