using CrisisFlow.Cases.Reviews;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Terms;
using CrisisFlow.Monitoring.Listening;
using CrisisFlow.Response.Engine;
using CrisisFlow.Response.Learning;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Warnings;
using CrisisFlow.Warnings.Buckets;
using CrisisFlow.Warnings.Comparing;
using CrisisFlow.Warnings.Spreading;
using CrisisFlow.Warnings.Stories;

namespace CrisisFlow.Web.Tests.Desk;

/// <summary>What is said of the sample brand, and what its ended cases teach; every text from outside may be a hostile one.</summary>
internal static class TalkData
{
    public static Talk Of(string story)
    {
        var at = SampleCase.Start;
        ScoredMention[] said =
        [
            Said(1, "消费观察网", SourceCategory.News, story, "https://news.example/a/1", "消费观察", null, at.AddHours(-3)),
            Said(2, "微圈", SourceCategory.Social, story, "https://social.example/p/2?x=1&y=2", story, 480_000, at.AddHours(-2)),
            Said(3, story, SourceCategory.Forum, story, story, story, 12, at.AddHours(-1)),
            Said(4, "微圈", SourceCategory.Social, story, "javascript:alert(1)", "shopper88", 310, at.AddMinutes(-30), parent: "id2"),
            Said(5, "论坛", SourceCategory.Forum, "退款入口在哪里？", null, null, null, at.AddMinutes(-9)) with { Fingerprint = 2 },
        ];
        var mentions = said.Select(s => s.Mention).ToList();
        var told = mentions.Take(4).ToList();
        TopicVoice Voice(string id, TopicType type, int now, int negative, int usual) =>
            new(new TopicId(id), type, new MinuteBucket { Mentions = now, Negative = negative }, new MinuteBucket { Mentions = usual, Negative = 4 });
        return new Talk(
            new TopicId("qingtian"), at.AddDays(-1), at, said.Length, 812, [new HotTerm(story, 61, 0, 9.1), new HotTerm("先涨价后打折", 48, 2, 7.4)],
            [new ToldStory(StoryLine.Of(said)[0], told[0], SpreadPath.Of(told)), new ToldStory(StoryLine.Of(said)[1], mentions[4], SpreadPath.Of([mentions[4]]))],
            SpreadPath.Of(mentions), Comparison.Of([Voice("qingtian", TopicType.Own, 640, 410, 120), Voice("mumu", TopicType.Competitor, 210, 20, 190), Voice("trade", TopicType.Industry, 900, 80, 850)]))
        {
            Mentions = mentions.ToDictionary(m => m.Id),
        };
    }

    /// <summary>The ended cases of the desk, and one proposal of each kind.</summary>
    public static async Task<Lessons> LessonsAsync(SiteParts parts, CancellationToken cancellation)
    {
        var cases = new List<LearnedCase>();
        await foreach (var one in parts.Journal.ListAsync(10, cancellation))
            if (one.Ending is not null && await parts.Journal.ReadAsync(one.Id, cancellation) is { } record) cases.Add(new LearnedCase(one, AfterActionReport.Of(record.State)!));
        return new Lessons(cases, 17,
        [
            new(new ThresholdProposal("EnterOrange", Level.Orange, 45, 52.5, ProposalReason.TooManyFalse, new ProposalCounts(6, 8, 3)), "enterOrange: 52.5", []),
            new(new ThresholdProposal("EnterYellow", Level.Yellow, 30, 22.5, ProposalReason.RaisedTooLate, new ProposalCounts(5, 5, 1)), "enterYellow: 22.5", ["warnings.leaveYellow is 24; it must not exceed warnings.enterYellow, which is 22.5."]),
        ]);
    }

    private static ScoredMention Said(int number, string source, SourceCategory category, string title, string? url, string? author, long? followers, DateTimeOffset at, string? parent = null) => new(
        new Mention
        {
            Id = new MentionId(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture)),
            Source = source,
            Category = category,
            ExternalId = "id" + number,
            Title = title,
            Text = "",
            Url = url,
            Author = author,
            Followers = followers,
            Published = at,
            Seen = at,
            Parent = parent,
        },
        new SentimentScore(Sentiment.Negative, -0.8, []), new RiskScore(0.7, [RiskCategory.Price], []), 1);
}
