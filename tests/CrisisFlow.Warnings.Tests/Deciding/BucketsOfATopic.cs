using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Warnings.Buckets;
using static CrisisFlow.Warnings.Tests.Deciding.Samples;

namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class BucketsOfATopic
{
    private static ScoredMention Mention(
        int n,
        SourceCategory category = SourceCategory.Social,
        double severity = 0,
        Sentiment tone = Sentiment.Neutral,
        string? title = null
    ) =>
        new(
            new Mention
            {
                Id = new MentionId(n.ToString("x32", null)),
                Source = "source" + n % 3,
                Category = category,
                Title = title ?? $"title {n}",
                Text = "",
                Author = "author" + n,
                Followers = n * 1000,
                Seen = Noon,
                Rank = category == SourceCategory.HotList ? n + 1 : null,
                Engagement = new Engagement(n, 0, 0),
            },
            new SentimentScore(tone, tone == Sentiment.Negative ? -0.5 : 0.1, []),
            severity > 0 ? new RiskScore(severity, [RiskCategory.DataLeak], []) : RiskScore.None,
            (ulong)n
        );

    private static string Written(MinuteBucket bucket) =>
        JsonSerializer.Serialize(bucket, BucketJson.Default.MinuteBucket);

    [Fact]
    public void Merging_counts_the_same_in_any_order()
    {
        var buckets = Enumerable
            .Range(0, 20)
            .Select(n => MinuteBucket.Of(Mention(n, (SourceCategory)(n % 3), n % 4 / 4.0, (Sentiment)(n % 3))))
            .ToList();
        var forwards = buckets.Aggregate(MinuteBucket.Empty, MinuteBucket.Merge);
        var backwards = Enumerable
            .Reverse(buckets)
            .Aggregate(MinuteBucket.Empty, (sum, bucket) => MinuteBucket.Merge(bucket, sum));
        var halves = MinuteBucket.Merge(
            buckets.Take(7).Aggregate(MinuteBucket.Merge),
            buckets.Skip(7).Aggregate(MinuteBucket.Merge)
        );
        Assert.Equal((20, 20), (forwards.Mentions, forwards.Stories.Length));
        Assert.Equal(Written(forwards with { Tone = 0 }), Written(backwards with { Tone = 0 }));
        Assert.Equal(Written(forwards with { Tone = 0 }), Written(halves with { Tone = 0 }));
        Assert.Equal(forwards.Tone, backwards.Tone, 9);
    }

    [Fact]
    public void A_bucket_read_back_is_the_same()
    {
        var bucket = Enumerable
            .Range(0, 9)
            .Select(n => MinuteBucket.Of(Mention(n, (SourceCategory)(n % 3), n / 10.0)))
            .Aggregate(MinuteBucket.Merge);
        Assert.Equal(
            Written(bucket),
            Written(JsonSerializer.Deserialize(Written(bucket), BucketJson.Default.MinuteBucket)!)
        );
    }

    [Fact]
    public void A_hot_list_entry_is_reach_and_no_voice()
    {
        var bucket = MinuteBucket.Of(Mention(4, SourceCategory.HotList));
        Assert.Equal((1, 5, 0), (bucket.HotList, bucket.Rank, (int)Voices.Count(bucket.Authors)));
    }

    [Fact]
    public void A_merged_duplicate_still_counts_towards_spread()
    {
        var bucket = MinuteBucket.Merge(
            MinuteBucket.Of(Mention(1)),
            MinuteBucket.Of(Mention(2)) with
            {
                Stories = MinuteBucket.Of(Mention(1)).Stories,
            }
        );
        Assert.Equal(
            (2, 2, 2),
            (bucket.Mentions, Assert.Single(bucket.Stories).Mentions, (int)Voices.Count(bucket.Authors))
        );
    }

    [Fact]
    public void On_a_hot_list_the_event_counts_and_not_the_tone()
    {
        Assert.True(Mention(1, SourceCategory.HotList, severity: 0.5, tone: Sentiment.Positive).IsNegative);
        Assert.False(Mention(1, SourceCategory.HotList, tone: Sentiment.Negative).IsNegative);
        Assert.True(Mention(1, SourceCategory.Social, tone: Sentiment.Negative).IsNegative);
        Assert.False(Mention(1, SourceCategory.Social, severity: 0.5, tone: Sentiment.Positive).IsNegative);
    }

    [Fact]
    public void A_bucket_is_bounded_whatever_comes_in()
    {
        var bucket = Enumerable
            .Range(0, 3000)
            .Select(n => MinuteBucket.Of(Mention(n, severity: n % 10 / 10.0, title: new string('x', 500) + n)))
            .Aggregate(MinuteBucket.Merge);
        Assert.Equal(
            (3000, MinuteBucket.StoriesKept, Voices.Kept),
            (bucket.Mentions, bucket.Stories.Length, bucket.Authors.Length)
        );
        Assert.InRange(Written(bucket).Length, 1, 9000);
        Assert.InRange(Voices.Count(bucket.Authors), 2000, 4000);
    }

    [Fact]
    public void The_index_is_the_sum_of_its_terms()
    {
        var history = new TopicHistory(Topic, []);
        for (var n = 0; n < 30; n++)
            history.Add(
                Noon.AddMinutes(n),
                MinuteBucket.Of(Mention(n, (SourceCategory)(n % 3), 0.7, Sentiment.Negative))
            );
        var index = Assert.Single(new TopicAssessor(history, Samples.Settings).Candidates(Noon.AddMinutes(30))).Index;
        Assert.InRange(index.Value, 40, 100);
        Assert.Equal(index.Value, Math.Round(index.Terms.Sum(term => term.Points), 1));
        Assert.Equal(Indicator.EventSeverity, index.Terms[0].Indicator);
    }

    [Fact]
    public void One_author_s_sixty_posts_weigh_as_one_beside_a_hot_list_and_sixty_authors_weigh_more()
    {
        var (none, one, many) = (Index(0, _ => 0), Index(60, _ => 7), Index(60, n => n));

        Assert.InRange(one, none, none + 4);
        Assert.InRange(many, one + 5, 100);

        static double Index(int posts, Func<int, int> author)
        {
            var history = new TopicHistory(Topic, []);
            history.Add(Noon, MinuteBucket.Of(Mention(100, SourceCategory.HotList, 0.9, title: "leak")));
            for (var n = 0; n < posts; n++)
            {
                var post = Mention(n, severity: 0.7, tone: Sentiment.Negative, title: "leak");
                post = post with { Mention = post.Mention with { Author = $"u{author(n)}", Followers = 0 } };
                history.Add(Noon, MinuteBucket.Of(post));
            }

            return new TopicAssessor(history, Samples.Settings)
                .Candidates(Noon.AddMinutes(1))
                .Max(candidate => candidate.Index.Value);
        }
    }

    [Fact]
    public void A_bucket_that_comes_late_counts_all_the_same()
    {
        var (late, early) = (new TopicHistory(Topic, []), new TopicHistory(Topic, []));
        var assessor = new TopicAssessor(late, Samples.Settings);
        late.Add(Noon, MinuteBucket.Of(Mention(1)));
        assessor.Candidates(Noon.AddHours(2));
        late.Add(Noon.AddMinutes(5), MinuteBucket.Of(Mention(2, SourceCategory.HotList, 0.7)));
        early.Add(Noon, MinuteBucket.Of(Mention(1)));
        early.Add(Noon.AddMinutes(5), MinuteBucket.Of(Mention(2, SourceCategory.HotList, 0.7)));
        Assert.Equal(
            new TopicAssessor(early, Samples.Settings)
                .Candidates(Noon.AddHours(2))
                .Select(candidate => candidate.Index),
            assessor.Candidates(Noon.AddHours(2)).Select(candidate => candidate.Index)
        );
    }
}
