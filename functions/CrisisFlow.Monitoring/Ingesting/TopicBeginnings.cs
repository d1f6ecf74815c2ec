using System.Collections.Concurrent;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>The earliest hour of which a topic has mentions, so that the first look at it begins there and does not ask for a month of empty hours.</summary>
internal sealed class TopicBeginnings(IEntityStore store)
{
    // Beside the topics' own partitions; no topic's id begins so.
    private const string Partition = "~first";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _known = new(StringComparer.Ordinal);

    /// <summary>Mentions of this hour were stored.</summary>
    public async Task NoteAsync(TopicId topic, DateTimeOffset hour, CancellationToken cancellation)
    {
        while (!_known.TryGetValue(topic.Value, out var known) || hour < known)
        {
            var row = await store.GetAsync(MentionTables.Hours, new(Partition, topic.Value), cancellation);
            if (row?.Properties.Time("at") is { } first && first <= hour)
            {
                _known[topic.Value] = first;
                return;
            }

            EntityProperties properties = new() { { "at", hour } };
            EntityChange change = row is null ? new EntityChange.Insert(topic.Value, properties) : new EntityChange.Replace(topic.Value, properties, row.ETag);
            if (await store.CommitAsync(MentionTables.Hours, Partition, [change], cancellation) is CommitResult.Committed) _known[topic.Value] = hour;
        }
    }

    /// <returns>Null when the topic has no mentions yet.</returns>
    public async Task<DateTimeOffset?> OfAsync(TopicId topic, CancellationToken cancellation) =>
        (await store.GetAsync(MentionTables.Hours, new(Partition, topic.Value), cancellation))?.Properties.Time("at");
}
