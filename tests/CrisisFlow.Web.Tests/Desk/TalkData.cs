using System.Globalization;
using CrisisFlow.Cases.Reviews;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Response.Learning;
using CrisisFlow.Warnings;

namespace CrisisFlow.Web.Tests.Desk;

/// <summary>
/// What is being said about the sample brand, and what its ended cases teach; every text from outside may be a hostile
/// one.
/// </summary>
internal static class TalkData
{
    public static IReadOnlyList<Mention> Mentions(string story)
    {
        var at = SampleCase.Start;
        return
        [
            Said(
                1,
                "消费观察网",
                SourceCategory.News,
                story,
                "https://news.example/a/1",
                "消费观察",
                null,
                at.AddHours(-3)
            ),
            Said(
                2,
                "微圈",
                SourceCategory.Social,
                story,
                "https://social.example/p/2?x=1&y=2",
                story,
                480_000,
                at.AddHours(-2)
            ),
            Said(3, story, SourceCategory.Forum, story, story, story, 12, at.AddHours(-1)),
            Said(
                4,
                "微圈",
                SourceCategory.Social,
                story,
                "javascript:alert(1)",
                "shopper88",
                310,
                at.AddMinutes(-30),
                parent: "id2"
            ),
            Said(5, "论坛", SourceCategory.Forum, "退款入口在哪里？", null, null, null, at.AddMinutes(-9)),
        ];
    }

    /// <summary>One proposal of each kind, and no case.</summary>
    public static readonly Lessons Proposals = new(
        [],
        17,
        [
            new(
                new ThresholdProposal(
                    "EnterOrange",
                    Level.Orange,
                    45,
                    52.5,
                    ProposalReason.TooManyFalse,
                    new ProposalCounts(6, 8, 3)
                ),
                "enterOrange: 52.5",
                []
            ),
            new(
                new ThresholdProposal(
                    "EnterYellow",
                    Level.Yellow,
                    30,
                    22.5,
                    ProposalReason.RaisedTooLate,
                    new ProposalCounts(5, 5, 1)
                ),
                "enterYellow: 22.5",
                ["warnings.leaveYellow is 24; it must not exceed warnings.enterYellow, which is 22.5."]
            ),
        ]
    );

    private static Mention Said(
        int number,
        string source,
        SourceCategory category,
        string title,
        string? url,
        string? author,
        long? followers,
        DateTimeOffset at,
        string? parent = null
    ) =>
        new()
        {
            Id = new MentionId(number.ToString("x32", CultureInfo.InvariantCulture)),
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
        };
}
