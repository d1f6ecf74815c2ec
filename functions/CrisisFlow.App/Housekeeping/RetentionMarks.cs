using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Storage;

namespace CrisisFlow.App.Housekeeping;

/// <summary>
/// Every topic that ever had a retention run, and up to which hour its mentions are deleted: what left settings must
/// still be found and deleted.
/// </summary>
internal sealed class RetentionMarks(IEntityStore store)
{
    /// <summary>The topics by id; the hour is null where nothing was deleted yet.</summary>
    public async Task<IReadOnlyDictionary<TopicId, DateTimeOffset?>> ReadAsync(
        IEnumerable<TopicId> inSettings,
        CancellationToken cancellation
    )
    {
        var topics = inSettings.ToDictionary(topic => topic, _ => (DateTimeOffset?)null);
        await foreach (
            var row in store.ScanAsync(
                MentionTables.Hours,
                MentionTables.Topics,
                RowRange.All,
                cancellation: cancellation
            )
        )
            topics[new TopicId(row.Key.Row)] = row.Properties.Time("until");
        return topics;
    }

    /// <summary>May also go back: when more is kept from now on, the same hours come up again.</summary>
    public Task MarkAsync(TopicId topic, DateTimeOffset until, CancellationToken cancellation) =>
        store.CommitAsync(
            MentionTables.Hours,
            MentionTables.Topics,
            [new EntityChange.Upsert(topic.Value, new() { { "until", until } })],
            cancellation
        );
}
