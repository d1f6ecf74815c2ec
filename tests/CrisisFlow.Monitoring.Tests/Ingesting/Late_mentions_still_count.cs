using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Tests.Ingesting;

public sealed class Late_mentions_still_count
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact(Timeout = 120_000)]
    public async Task A_mention_of_last_week_joins_an_hour_that_was_settled()
    {
        var store = new MemoryEntityStore();
        await store.CreateTablesAsync(MentionTables.All);
        var topics = new TopicSet([
            new TopicSettings
            {
                Id = "brand",
                Name = "Brand",
                Match = "Brand",
            },
        ]);
        var buckets = new BucketStore(store);
        var scoring = new MentionScoring(store, topics, buckets);
        Mention At(int n) =>
            new()
            {
                Id = StableId.OfMention("s", $"{n}", null, "", "", null),
                Source = "s",
                Category = SourceCategory.Social,
                Title = $"Brand {n}",
                Text = "",
                Published = Now.AddDays(-7).AddMinutes(n),
                Seen = Now,
            };

        TopicMentions Of(params int[] numbers) =>
            new(new TopicId("brand"), [.. numbers.Select(n => MatchedMention.Of(At(n)))]);

        await scoring.ScoreAsync(Of(1));
        Assert.Equal(1, await CountAsync(buckets, topics.All[0]));
        await scoring.ScoreAsync(Of(2, 1));

        Assert.Equal(2, await CountAsync(buckets, topics.All[0]));
        Assert.Equal(2, await CountAsync(new BucketStore(store), topics.All[0]));
    }

    private static async Task<int> CountAsync(BucketStore buckets, Topic topic)
    {
        await buckets.HistoryAsync(topic, Now);
        var minutes = await buckets.MinutesAsync(topic.Id, Now.AddDays(-8), Now, Now);
        return minutes.Sum(m => m.Bucket.Mentions);
    }
}
