using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Storage;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// One transaction that puts a mention's latest state in the place of the stored one. Its minute is added up anew from
/// the mentions it has: what was added to a bucket cannot be taken out of it.
/// </summary>
internal static class MentionRevision
{
    /// <summary>
    /// Whether a stored mention says something else now. Another feed that shows the same report shortens it in its own
    /// way: it changes nothing.
    /// </summary>
    public static bool IsDue(Entity row, Mention mention) =>
        MentionStore.Read(row).Mention is var stored
        && stored.Source == mention.Source
        && MentionState.Of(stored) != MentionState.Of(mention);

    /// <returns>
    /// Null when its minute is not stored; then nothing is changed.
    /// </returns>
    public static async Task<MentionBatch?> MakeAsync(
        IEntityStore store,
        string partition,
        Entity row,
        ScoredMention scored,
        CancellationToken cancellation
    )
    {
        var minute = MinuteBucket.MinuteOf(scored.Mention.At);
        var key = new EntityKey(partition, MentionTables.BucketRow(minute));
        if (await store.GetAsync(MentionTables.Mentions, key, cancellation) is not { } bucket)
            return null;
        var sum = MinuteBucket.Of(scored);
        var mentions = store.ScanAsync(
            MentionTables.Mentions,
            partition,
            RowRange.Prefix(MentionTables.MentionPrefix),
            cancellation: cancellation
        );
        await foreach (var other in mentions)
            if (other.Key.Row != row.Key.Row && MinuteBucket.MinuteOf(MentionStore.Read(other).Mention.At) == minute)
                sum = MinuteBucket.Merge(sum, MinuteBucket.Of(MentionStore.Read(other)));
        return new MentionBatch(
            [
                new EntityChange.Replace(row.Key.Row, MentionBatch.Row(scored), row.ETag),
                new EntityChange.Replace(key.Row, MentionBatch.BucketRow(minute, sum), bucket.ETag),
            ],
            [(minute, sum)]
        );
    }
}
