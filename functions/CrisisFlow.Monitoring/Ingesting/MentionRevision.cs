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
        var sum = MinuteBucket.Of(AsCounted(row, scored));
        var mentions = store.ScanAsync(
            MentionTables.Mentions,
            partition,
            RowRange.Prefix(MentionTables.MentionPrefix),
            cancellation: cancellation
        );
        await foreach (var other in mentions)
            if (
                other.Key.Row != row.Key.Row
                && MentionStore.Read(other) is var read
                && MinuteBucket.MinuteOf(read.Mention.At) == minute
            )
                sum = MinuteBucket.Merge(sum, MinuteBucket.Of(AsCounted(other, read)));
        var now = MentionBatch.Row(scored);
        foreach (var name in (string[])[Retelling.FirstReach, Retelling.FirstEngagement])
            if (row.Properties.Number(name) is { } first)
                now.Add(name, first);
        return new MentionBatch(
            [
                new EntityChange.Replace(row.Key.Row, now, row.ETag),
                new EntityChange.Replace(key.Row, MentionBatch.BucketRow(minute, sum), bucket.ETag),
            ],
            [(minute, sum)]
        );
    }

    // What a source showed later stands in later minutes, as a difference to this one.
    private static ScoredMention AsCounted(Entity row, ScoredMention scored) =>
        row.Properties.Number(Retelling.FirstReach) is not { } reach
            ? scored
            : scored with
            {
                Mention = scored.Mention with
                {
                    Followers = reach,
                    Engagement = new(row.Properties.Number(Retelling.FirstEngagement) ?? 0, 0, 0),
                },
            };
}
