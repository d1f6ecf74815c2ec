using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class Later_sights
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_one_mention_the_latest_sight_counts_in_whatever_order_buckets_merge()
    {
        var buckets = (MinuteBucket[])[First(40), Sight(1, 30), Sight(2, 3), Sight(3, 12)];
        foreach (
            var order in (int[][])
                [
                    [0, 1, 2, 3],
                    [3, 2, 1, 0],
                    [2, 0, 3, 1],
                ]
        )
        {
            var window = order.Select(i => buckets[i]).Aggregate(MinuteBucket.Empty, MinuteBucket.Merge);
            var applied = LaterSights.Apply(window, Begin.AddHours(-1));
            Assert.Equal((1, 1), (applied.Mentions, applied.HotList));
            Assert.Equal(12, Assert.Single(applied.Stories).Rank);
        }
    }

    [Fact]
    public void A_mention_of_an_earlier_window_is_told_once_while_a_hot_list_shows_it()
    {
        var window = MinuteBucket.Merge(Sight(30, 5), Sight(31, 5));
        var applied = LaterSights.Apply(window, Begin.AddHours(7));
        Assert.Equal((1, 1, 5), (applied.Mentions, applied.HotList, Assert.Single(applied.Stories).Rank));
    }

    [Fact]
    public void Likes_that_grow_are_no_second_mention_and_of_an_earlier_window_only_the_growth_counts()
    {
        var first = MinuteBucket.Of(Scored(null, likes: 10));
        var later = new MinuteBucket { Later = [Later(2, Scored(null, likes: 500), firstLikes: 10)] };
        var both = LaterSights.Apply(MinuteBucket.Merge(first, later), Begin.AddHours(-1));
        Assert.Equal((1, 500), (both.Mentions, both.Engagement));
        var alone = LaterSights.Apply(later, Begin.AddHours(1));
        Assert.Equal((0, 490), (alone.Mentions, alone.Engagement));
    }

    private static MinuteBucket First(int rank) => MinuteBucket.Of(Scored(rank));

    private static MinuteBucket Sight(int hours, int rank) => new() { Later = [Later(hours, Scored(rank))] };

    private static LaterSight Later(int hours, ScoredMention now, long firstLikes = 0) =>
        new("m1", Begin, Begin.AddHours(hours), MinuteBucket.Of(now), 0, firstLikes);

    private static ScoredMention Scored(int? rank, long likes = 0) =>
        new(
            new Mention
            {
                Id = new("m1"),
                Source = "list",
                Category = rank is null ? SourceCategory.Review : SourceCategory.HotList,
                Title = "吃出玻璃",
                Text = "",
                Seen = Begin,
                Rank = rank,
                Engagement = new(likes, 0, 0),
            },
            new SentimentScore(Sentiment.Negative, -1, []),
            new RiskScore(0.7, [RiskCategory.ProductSafety], []),
            7
        );
}
