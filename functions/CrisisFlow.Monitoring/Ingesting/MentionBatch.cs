using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Storage;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>One transaction of mentions and the minutes they belong to.</summary>
internal static class MentionBatch
{
    // With one bucket a mention that is 60 rows of 100. As they are sent, a mention has at most 60 KB and a bucket some 70 KB, of 4 MiB.
    public const int MostMentions = 30;

    /// <summary>The rows as they are to be written, on the buckets as they are now.</summary>
    public static async Task<IReadOnlyList<EntityChange>> ChangesAsync(
        IEntityStore store, string partition, IReadOnlyList<ScoredMention> mentions, CancellationToken cancellation)
    {
        var changes = new List<EntityChange>(mentions.Select(m => new EntityChange.Insert(MentionTables.MentionRow(m.Mention.Id), Row(m))));
        foreach (var minute in mentions.GroupBy(m => MinuteBucket.MinuteOf(m.Mention.At)))
        {
            var row = MentionTables.BucketRow(minute.Key);
            var found = await store.GetAsync(MentionTables.Mentions, new(partition, row), cancellation);
            var bucket = minute.Aggregate(found is null ? MinuteBucket.Empty : ReadBucket(found), (sum, m) => MinuteBucket.Merge(sum, MinuteBucket.Of(m)));
            var properties = BucketRow(minute.Key, bucket);
            changes.Add(found is null ? new EntityChange.Insert(row, properties) : new EntityChange.Replace(row, properties, found.ETag));
        }

        return changes;
    }

    public static EntityProperties BucketRow(DateTimeOffset at, MinuteBucket bucket)
    {
        var properties = new EntityProperties { { "at", at } };
        properties.AddLong("bucket", JsonSerializer.Serialize(bucket, BucketJson.Default.MinuteBucket));
        return properties;
    }

    public static MinuteBucket ReadBucket(Entity row) => JsonSerializer.Deserialize(row.Properties.ReadLong("bucket"), BucketJson.Default.MinuteBucket)!;

    private static EntityProperties Row(ScoredMention scored)
    {
        var mention = scored.Mention;
        return new EntityProperties
        {
            { "source", mention.Source },
            { "category", mention.Category.ToString() },
            { "externalId", mention.ExternalId },
            { "title", mention.Title },
            { "text", mention.Text },
            { "url", mention.Url },
            { "author", mention.Author },
            { "followers", mention.Followers },
            { "published", mention.Published },
            { "seen", mention.Seen },
            { "at", mention.At },
            { "rank", (long?)mention.Rank },
            { "likes", mention.Engagement.Likes },
            { "reposts", mention.Engagement.Reposts },
            { "comments", mention.Engagement.Comments },
            { "parent", mention.Parent },
            { "sentiment", scored.Sentiment.Sentiment.ToString() },
            { "score", scored.Sentiment.Score },
            { "severity", scored.Risk.Severity },
            { "risks", string.Join(',', scored.Risk.Categories) },
            { "negative", scored.IsNegative },
            { "story", unchecked((long)scored.Fingerprint) },
        };
    }
}
