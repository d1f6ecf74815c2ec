using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Warnings.Spreading;
using CrisisFlow.Warnings.Stories;

namespace CrisisFlow.Warnings.Tests.Comparing;

public sealed class SpreadPathTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Platforms_come_in_the_order_the_story_reached_them()
    {
        var path = SpreadPath.Of([
            At(30, "news", "n1", 0),
            At(0, "forum", "f1", 10),
            At(5, "weibo", "w1", 500),
            At(9, "weibo", "w2", 500),
        ]);
        Assert.Equal(
            [("forum", 0.0, 1, 10L), ("weibo", 5.0, 2, 1000L), ("news", 30.0, 1, 0L)],
            path.Platforms.Select(p => (p.Source, p.After.TotalMinutes, p.Mentions, p.Reach))
        );
    }

    [Fact]
    public void An_author_reaches_his_followers_once()
    {
        var path = SpreadPath.Of([
            At(0, "weibo", "1", 500) with
            {
                Author = "a",
            },
            At(1, "weibo", "2", 600) with
            {
                Author = "a",
            },
        ]);
        Assert.Equal(600, path.Platforms[0].Reach);
    }

    [Fact]
    public void A_node_counts_what_followed_from_it()
    {
        var path = SpreadPath.Of([
            At(0, "weibo", "a", 10),
            At(1, "weibo", "b", 2000, "a"),
            At(2, "weibo", "c", 5, "b"),
            At(3, "weibo", "d", 300),
            At(4, "forum", "e", 1, "a"),
        ]);
        var ids = new[] { "a", "b", "d", "c" }.Select(id => IdOf("weibo", id)).Append(IdOf("forum", "e"));
        Assert.Equal(ids, path.Nodes.Select(node => node.Id));
        Assert.Equal(
            [(2, 2015L), (1, 2005L), (0, 300L), (0, 5L), (0, 1L)],
            path.Nodes.Select(node => (node.Followed, node.ReachWith))
        );
    }

    [Fact]
    public void Parents_in_a_circle_are_cut()
    {
        var path = SpreadPath.Of([
            At(0, "s", "a", 1, "c"),
            At(1, "s", "b", 1, "a"),
            At(2, "s", "c", 1, "b"),
            At(3, "s", "d", 1, "d"),
        ]);
        Assert.Equal(4, path.Nodes.Count);
        Assert.Equal([0, 0, 1, 2], path.Nodes.Select(node => node.Followed).Order());
        Assert.Empty(SpreadPath.Of([]).Nodes);
    }

    [Fact]
    public void A_long_chain_is_walked_without_trouble()
    {
        var chain = Enumerable.Range(0, 20_000).Select(i => At(i, "s", $"m{i}", 1, $"m{i - 1}")).ToList();
        Assert.Equal(19_999, SpreadPath.Of(chain).Nodes[0].Followed);
    }

    [Fact]
    public void Stories_are_listed_by_how_often_they_are_told()
    {
        ScoredMention Scored(int minutes, string source, string title, double severity, ulong story) =>
            new(
                At(minutes, source, title, 0),
                new SentimentScore(severity > 0.5 ? Sentiment.Negative : Sentiment.Neutral, 0, []),
                severity == 0 ? RiskScore.None : new RiskScore(severity, [RiskCategory.Price], []),
                story
            );
        var lines = StoryLine.Of([
            Scored(9, "b", "x2", 0.9, 1),
            Scored(1, "a", "x1", 0.2, 1),
            Scored(5, "a", "y", 0, 2),
        ]);
        Assert.Equal([("x2", 2, 1), ("y", 1, 0)], lines.Select(line => (line.Title, line.Mentions, line.Negative)));
        Assert.Equal(["a", "b"], lines[0].Sources);
        Assert.Equal(
            (Noon.AddMinutes(1), Noon.AddMinutes(9), RiskCategory.Price),
            (lines[0].First, lines[0].Last, lines[0].Risk)
        );
    }

    private static MentionId IdOf(string source, string id) => new(StableId.Of(source, id));

    private static Mention At(int minutes, string source, string id, long followers, string? parent = null) =>
        new()
        {
            Id = IdOf(source, id),
            Source = source,
            Category = SourceCategory.Social,
            ExternalId = id,
            Title = id,
            Text = "",
            Followers = followers,
            Seen = Noon.AddMinutes(minutes),
            Parent = parent,
        };
}
