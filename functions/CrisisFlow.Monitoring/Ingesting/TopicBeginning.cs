using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// The earliest hour of which a topic has mentions, so that the first look at it begins there and does not ask for a
/// month of empty hours.
/// </summary>
internal sealed class TopicBeginning(IEntityStore store, TopicId topic)
{
    // Beside the topics' own partitions; no topic's id begins so.
    private const string Partition = "~first";

    // In ticks of UTC.
    private long _known = long.MaxValue;

    /// <summary>Mentions of this hour were stored.</summary>
    public async Task NoteAsync(DateTimeOffset hour, CancellationToken cancellation)
    {
        while (hour.UtcTicks < Volatile.Read(ref _known))
        {
            var row = await store.GetAsync(MentionTables.Hours, new(Partition, topic.Value), cancellation);
            var first = row?.Properties.Time("at");
            if (first <= hour)
            {
                Volatile.Write(ref _known, first.Value.UtcTicks);
                return;
            }

            EntityProperties properties = new() { { "at", hour } };
            EntityChange change = row is null
                ? new EntityChange.Insert(topic.Value, properties)
                : new EntityChange.Replace(topic.Value, properties, row.ETag);
            if (
                await store.CommitAsync(MentionTables.Hours, Partition, [change], cancellation)
                is CommitResult.Committed
            )
                Volatile.Write(ref _known, hour.UtcTicks);
        }
    }

    /// <returns>Null when the topic has no mentions yet.</returns>
    public async Task<DateTimeOffset?> ReadAsync(CancellationToken cancellation) =>
        (await store.GetAsync(MentionTables.Hours, new(Partition, topic.Value), cancellation))?.Properties.Time("at");
}
