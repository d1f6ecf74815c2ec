using System.Globalization;
using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Monitoring.Pushing;
using CrisisFlow.Scoring;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Tests.Desk;

/// <summary>
/// Warnings, sources, mentions and hours for the team's pages, in the store; every text from outside may be a hostile
/// one.
/// </summary>
internal static class TeamData
{
    public const string Story = "年货节“先涨价后打折”";

    private static readonly TopicId Topic = new("qingtian");

    public static readonly IReadOnlyList<Term> Terms =
    [
        new(Indicator.EventSeverity, 0.82, 0.9, 24.6),
        new(Indicator.NegativeCount, 214, 0.7, 11.3),
        new(Indicator.NegativeShare, 0.71, 0.5, 5.1),
    ];

    public static async Task<SiteDesk> FilledAsync(this Task<SiteDesk> opening, string story = Story)
    {
        var desk = await opening;
        await WarningsAsync(desk.Store, story);
        await SourcesAsync(desk, story);
        await desk.Get<MentionScoring>()
            .ScoreAsync(new TopicMentions(Topic, [.. TalkData.Mentions(story).Select(MatchedMention.Of)]));
        for (var hour = -30; hour <= 0; hour++)
            await desk.Get<RiskIndexStore>().SaveAsync(Topic, SampleCase.Start.AddHours(hour), 6 + hour + 30);
        return desk;
    }

    /// <summary>One open warning, one that is over, a silence, and every event there is.</summary>
    private static async Task WarningsAsync(IEntityStore store, string story)
    {
        var at = SampleCase.Start;
        var key = new StoryKey(RiskCategory.Price, ["涨价"]);
        IReadOnlyList<WarningEvidence> evidence = [new(story, 0.8, 120, 3), new("顾客晒出订单截图", 0.6, 44, null)];
        WarningEvent[] events =
        [
            new WarningEvent.TopicRetired(at.AddHours(-9), story),
            new WarningEvent.TopicReturned(at.AddHours(-8)),
            new WarningEvent.SilenceEnded(at.AddHours(-7), "s0", null),
            new WarningEvent.MailDue(
                at.AddHours(-6),
                "qingtian.0000",
                Level.Yellow,
                33,
                WarningReason.HoldEnded,
                story
            ),
            new WarningEvent.Cleared(
                at.AddHours(-5),
                "qingtian.0000",
                Level.Yellow,
                8,
                WarningReason.Dismissed,
                story,
                null,
                story
            )
            {
                Why = story,
            },
            new WarningEvent.Changed(
                at.AddHours(-4),
                "qingtian.0000",
                Level.Orange,
                Level.Yellow,
                33,
                WarningReason.IndexFell,
                story,
                Terms,
                evidence
            ),
            new WarningEvent.HeldBack(
                at.AddHours(-3),
                Level.Yellow,
                31,
                WarningReason.BelowFloor,
                story,
                key,
                Terms,
                evidence,
                at.AddHours(1)
            ),
            new WarningEvent.Raised(
                at.AddHours(-2),
                "qingtian.0001",
                Level.None,
                Level.Orange,
                52.4,
                WarningReason.GraveEvent,
                story,
                key,
                Terms,
                evidence,
                true
            ),
            new WarningEvent.SilenceBegan(at.AddHours(-1), "s1", story, story, at.AddHours(2)),
        ];
        var open = new OpenWarning(
            "qingtian.0001",
            Level.Orange,
            52.4,
            story,
            key,
            at.AddHours(-2),
            at.AddHours(-2),
            false,
            Terms,
            evidence,
            WarningReason.GraveEvent
        );
        var state = new WarningState.Watching(
            [open],
            [],
            [new Silence("s1", story, story, at.AddHours(-1), at.AddHours(2))],
            [],
            1
        );
        WarningView[] views =
        [
            new(
                "qingtian.0000",
                Topic,
                Level.None,
                Level.Yellow,
                8,
                story,
                at.AddHours(-9),
                at.AddHours(-5),
                at.AddHours(-5),
                [WarningReason.NegativeSurge, WarningReason.Dismissed],
                Terms,
                evidence
            )
            {
                DismissedBy = story,
                DismissedWhy = story,
            },
            new(
                "qingtian.0001",
                Topic,
                Level.Orange,
                Level.Orange,
                52.4,
                story,
                at.AddHours(-2),
                at.AddHours(-1),
                null,
                [WarningReason.GraveEvent],
                Terms,
                evidence
            ),
        ];
        List<EntityChange> rows =
        [
            Row(
                "head",
                "state",
                JsonSerializer.Serialize(state, WarningJson.Default.WarningState),
                new() { { "events", (long)events.Length } }
            ),
        ];
        foreach (var (i, happened) in events.Index())
            rows.Add(
                Row(
                    Newest(WarningTables.Events, i + 1),
                    "event",
                    JsonSerializer.Serialize(happened, WarningJson.Default.WarningEvent),
                    new() { { "number", i + 1L }, { "at", happened.At } }
                )
            );
        foreach (var (i, view) in views.Index())
            rows.Add(
                Row(
                    Newest(WarningTables.Views, i),
                    "view",
                    JsonSerializer.Serialize(view, WarningJson.Default.WarningView),
                    []
                )
            );
        Assert.IsType<CommitResult.Committed>(await store.CommitAsync(WarningTables.Warnings, Topic.Value, rows));
    }

    /// <summary>As <see cref="WarningJournal"/> writes them.</summary>
    private static EntityChange.Upsert Row(string key, string name, string json, EntityProperties properties)
    {
        properties.AddLong(name, json);
        return new EntityChange.Upsert(key, properties);
    }

    private static string Newest(string prefix, long number) =>
        prefix + (9_999_999_999 - number).ToString("D10", CultureInfo.InvariantCulture);

    private static async Task SourcesAsync(SiteDesk desk, string story)
    {
        var at = SampleCase.Start;
        SourceHealth Health(string source, SourceCondition condition) =>
            new()
            {
                Source = source,
                Url = "https://hot.example/feed.xml",
                Condition = condition,
                LastOk = at.AddMinutes(-2),
                QuietSince = at.AddHours(-7),
                Due = at.AddMinutes(3),
                ItemsSeen = 1_204,
            };
        var store = desk.Get<SourceHealthStore>();
        await store.SaveAsync(Health("微圈热榜", SourceCondition.Ok));
        await store.SaveAsync(Health("论坛", SourceCondition.Quiet));
        await store.SaveAsync(
            Health("消费观察网", SourceCondition.Failing) with
            {
                Problem = "Source 消费观察网 answered 503: " + story,
            }
        );
        await desk.Get<PushedSources>().CountAsync(story, SourceCategory.Social, 12, at, default);
    }
}
