using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// Writes how sources show mentions now that were counted before: into the present minute as a later sight, and into
/// the mention's own row. Doing it again changes nothing.
/// </summary>
internal sealed class Retelling(IEntityStore store, BucketStore buckets, RecentMinutes minutes)
{
    /// <summary>Columns of a mention: the reach and engagement that its own minute counts.</summary>
    public const string FirstReach = "firstReach";

    public const string FirstEngagement = "firstEngagement";

    private const int Tries = 20;

    /// <param name="mentions">With the moment at which they were shown again.</param>
    public async Task TellAsync(Topic topic, IEnumerable<Mention> mentions, CancellationToken cancellation)
    {
        foreach (var minute in mentions.GroupBy(one => MinuteBucket.MinuteOf(one.ShownAgain!.Value)))
        {
            var told = MinuteBucket.Empty;
            var rows = new List<(EntityKey Key, Entity Row, EntityProperties Now)>();
            foreach (var mention in minute)
            {
                var key = new EntityKey(
                    MentionTables.Partition(topic.Id, mention.At),
                    MentionTables.MentionRow(mention.Id)
                );
                // Not stored yet: its first delivery failed and comes again, with these very numbers.
                if (await store.GetAsync(MentionTables.Mentions, key, cancellation) is not { } row)
                    continue;
                var changed = IsChanged(row, mention);
                if (!changed && mention.Category != SourceCategory.HotList)
                    continue;
                told = MinuteBucket.Merge(told, new MinuteBucket { Later = [Sight(row, mention)] });
                if (changed)
                    rows.Add((key, row, Changed(row, mention)));
            }

            if (told.Later.IsDefaultOrEmpty)
                continue;
            await AddAsync(topic, minute.Key, told, cancellation);
            // A conflict means that somebody else wrote a later state.
            foreach (var (key, row, now) in rows)
                await store.CommitAsync(
                    MentionTables.Mentions,
                    key.Partition,
                    [new EntityChange.Replace(key.Row, now, row.ETag)],
                    cancellation
                );
        }
    }

    private async Task AddAsync(Topic topic, DateTimeOffset minute, MinuteBucket told, CancellationToken cancellation)
    {
        var partition = MentionTables.Partition(topic.Id, minute);
        try
        {
            for (var tries = 0; tries < Tries; tries++)
            {
                var known = await minutes.FindAsync(partition, minute, cancellation);
                var bucket = MinuteBucket.Merge(known?.Bucket ?? MinuteBucket.Empty, told);
                var row = MentionTables.BucketRow(minute);
                EntityChange change = known is null
                    ? new EntityChange.Insert(row, MentionBatch.BucketRow(minute, bucket))
                    : new EntityChange.Replace(row, MentionBatch.BucketRow(minute, bucket), known.Value.ETag);
                minutes.Doubt(partition, minute);
                if (
                    await store.CommitAsync(MentionTables.Mentions, partition, [change], cancellation)
                    is not CommitResult.Committed committed
                )
                    continue;
                var written = new MinuteRead(minute, bucket, committed.ETags[0]);
                minutes.Wrote(partition, written);
                buckets.Wrote(topic.Id, written);
                return;
            }
        }
        catch
        {
            // The write may or may not have happened.
            buckets.Doubt(topic.Id, minute);
            throw;
        }
        finally
        {
            buckets.Changed(topic.Id, minute);
        }

        throw new StoreUnavailableException(
            $"The minutes of {partition} were written by others {Tries} times in a row."
        );
    }

    private static LaterSight Sight(Entity row, Mention mention)
    {
        var known = MentionStore.Read(row);
        var now = known with
        {
            Mention = known.Mention with
            {
                Rank = mention.Rank,
                Engagement = mention.Engagement,
                Followers = mention.Followers,
            },
        };
        return new(
            mention.Id.Value,
            known.Mention.At,
            mention.ShownAgain!.Value,
            MinuteBucket.Of(now),
            row.Properties.Number(FirstReach) ?? known.Mention.Followers ?? 0,
            row.Properties.Number(FirstEngagement) ?? known.Mention.Engagement.Total
        );
    }

    private static bool IsChanged(Entity row, Mention mention)
    {
        var p = row.Properties;
        return p.Number("rank") != mention.Rank
            || p.Number("followers") != mention.Followers
            || (p.Number("likes") ?? 0) != mention.Engagement.Likes
            || (p.Number("reposts") ?? 0) != mention.Engagement.Reposts
            || (p.Number("comments") ?? 0) != mention.Engagement.Comments;
    }

    private static EntityProperties Changed(Entity row, Mention mention)
    {
        var known = MentionStore.Read(row).Mention;
        var now = new EntityProperties
        {
            { "rank", (long?)mention.Rank },
            { "followers", mention.Followers },
            { "likes", mention.Engagement.Likes },
            { "reposts", mention.Engagement.Reposts },
            { "comments", mention.Engagement.Comments },
            { FirstReach, row.Properties.Number(FirstReach) ?? known.Followers ?? 0 },
            { FirstEngagement, row.Properties.Number(FirstEngagement) ?? known.Engagement.Total },
        };
        var names = now.Select(static one => one.Key).Append("rank").Append("followers").ToHashSet();
        foreach (var (name, value) in row.Properties)
            if (!names.Contains(name))
                now.AddObject(name, value);
        return now;
    }
}
