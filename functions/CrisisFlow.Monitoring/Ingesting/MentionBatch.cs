using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Storage;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>One transaction of mentions and the minutes they belong to.</summary>
/// <param name="Changes">The rows as they are to be written; those of the minutes come last.</param>
/// <param name="Minutes">The minutes as they will be.</param>
internal sealed record MentionBatch(
    IReadOnlyList<EntityChange> Changes,
    IReadOnlyList<(DateTimeOffset Minute, MinuteBucket Bucket)> Minutes
)
{
    // With one bucket a mention that is 60 rows of 100. As they are sent, a mention has at most 60 KB and a bucket some
    // 70 KB, of 4 MiB.
    public const int MostMentions = 30;

    /// <summary>Makes the transaction on the minutes as they are now.</summary>
    /// <param name="find">A minute as it is stored; null when nothing is.</param>
    public static async Task<MentionBatch> MakeAsync(
        IReadOnlyList<ScoredMention> mentions,
        Func<DateTimeOffset, ValueTask<MinuteRead?>> find
    )
    {
        var changes = new List<EntityChange>();
        foreach (var scored in mentions)
            changes.Add(new EntityChange.Insert(MentionTables.MentionRow(scored.Mention.Id), Row(scored)));
        var minutes = new List<(DateTimeOffset, MinuteBucket)>();
        foreach (var minute in mentions.GroupBy(scored => MinuteBucket.MinuteOf(scored.Mention.At)))
        {
            var row = MentionTables.BucketRow(minute.Key);
            var found = await find(minute.Key);
            var bucket = found?.Bucket ?? MinuteBucket.Empty;
            foreach (var scored in minute)
                bucket = MinuteBucket.Merge(bucket, MinuteBucket.Of(scored));
            var properties = BucketRow(minute.Key, bucket);
            changes.Add(
                found is null
                    ? new EntityChange.Insert(row, properties)
                    : new EntityChange.Replace(row, properties, found.Value.ETag)
            );
            minutes.Add((minute.Key, bucket));
        }

        return new MentionBatch(changes, minutes);
    }

    /// <summary>The minutes as they are, once the transaction is committed.</summary>
    public IEnumerable<MinuteRead> Committed(CommitResult.Committed result) =>
        Minutes.Select(
            (one, i) => new MinuteRead(one.Minute, one.Bucket, result.ETags[Changes.Count - Minutes.Count + i])
        );

    public static EntityProperties BucketRow(DateTimeOffset at, MinuteBucket bucket)
    {
        var properties = new EntityProperties { { "at", at } };
        properties.AddLong("bucket", JsonSerializer.Serialize(bucket, BucketJson.Default.MinuteBucket));
        return properties;
    }

    public static MinuteBucket ReadBucket(Entity row) =>
        OlderBuckets.WithVoices(
            JsonSerializer.Deserialize(row.Properties.ReadLong("bucket"), BucketJson.Default.MinuteBucket)!,
            row.Properties.Time("at") ?? default
        );

    public static EntityProperties Row(ScoredMention scored)
    {
        var mention = scored.Mention;
        return new EntityProperties
        {
            { "source", mention.Source },
            { "via", mention.Via },
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
