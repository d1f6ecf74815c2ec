using System.Collections.Concurrent;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>Reads the minutes back: whole histories for the evaluation, windows for charts and effects.</summary>
/// <param name="alone">
/// Whether no other process stores mentions; then what was read is read again only after a change.
/// </param>
public sealed class BucketStore(IEntityStore store, bool alone = false)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<TopicId, (TopicHours Hours, StoredMentions Stored)> _topics = new();

    /// <summary>A history that is kept up to date by reading it again.</summary>
    public HistoryReader Reader(Topic topic)
    {
        var (hours, stored) = Of(topic.Id);
        return new HistoryReader(hours, stored, new TopicHistory(topic.Id, topic.Scorer.Names), alone);
    }

    /// <summary>The topic's history up to now, as far back as any indicator looks.</summary>
    public async Task<TopicHistory> HistoryAsync(
        Topic topic,
        DateTimeOffset now,
        CancellationToken cancellation = default
    )
    {
        var reader = Reader(topic);
        await reader.ReadAsync(now, mark: null, cancellation);
        return reader.History;
    }

    /// <summary>
    /// Minutes with mentions from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), in order;
    /// of hours that are over for days one bucket.
    /// </summary>
    public async Task<IReadOnlyList<(DateTimeOffset Minute, MinuteBucket Bucket)>> MinutesAsync(
        TopicId topic,
        DateTimeOffset from,
        DateTimeOffset to,
        DateTimeOffset now,
        CancellationToken cancellation = default
    )
    {
        var hours = Of(topic).Hours;
        var found = new List<(DateTimeOffset, MinuteBucket)>();
        for (var hour = MentionTables.HourOf(from); hour < to; hour += Hour)
            foreach (var (minute, bucket, _) in await hours.ReadAsync(hour, now, mark: null, cancellation))
                if (minute >= from && minute < to)
                    found.Add((minute, bucket));
        return found;
    }

    /// <summary>
    /// Each topic's mark: while it is the same, nothing was stored of the topic. Empty where no other process stores
    /// mentions, since none is needed there.
    /// </summary>
    public async Task<IReadOnlyDictionary<TopicId, string>> MarksAsync(CancellationToken cancellation = default)
    {
        var marks = new Dictionary<TopicId, string>();
        if (alone)
            return marks;
        var rows = store.ScanAsync(MentionTables.Hours, MentionTables.Marks, RowRange.All, cancellation: cancellation);
        await foreach (var row in rows)
            marks[new TopicId(row.Key.Row)] = row.Properties.Text("mark") ?? "";
        return marks;
    }

    /// <summary>
    /// Tells other processes that mentions were stored. After they were, so that who reads the mark reads them; a
    /// delivery that was cut off in between comes again and marks again.
    /// </summary>
    internal async Task MarkAsync(TopicId topic, CancellationToken cancellation)
    {
        if (alone)
            return;
        var mark = new EntityProperties { { "mark", Guid.NewGuid().ToString("N") } };
        await store.CommitAsync(
            MentionTables.Hours,
            MentionTables.Marks,
            [new EntityChange.Upsert(topic.Value, mark)],
            cancellation
        );
    }

    /// <summary>Mentions may have been stored, the latest of them at <paramref name="at"/>.</summary>
    internal void Changed(TopicId topic, DateTimeOffset at) => Of(topic).Stored.Add(at);

    /// <summary>Announces a written minute, so that a cached hour need not be read again.</summary>
    internal void Wrote(TopicId topic, MinuteRead minute) => Of(topic).Hours.Wrote(minute);

    /// <summary>What is known of the hour of this moment may be out of date.</summary>
    internal void Doubt(TopicId topic, DateTimeOffset at) => Of(topic).Hours.Doubt(MentionTables.HourOf(at));

    /// <summary>Merges an hour again that was merged before this mention came.</summary>
    internal Task MergeLateAsync(
        TopicId topic,
        DateTimeOffset at,
        DateTimeOffset seen,
        CancellationToken cancellation
    ) => Of(topic).Hours.MergeLateAsync(MentionTables.HourOf(at), seen, cancellation);

    private (TopicHours Hours, StoredMentions Stored) Of(TopicId topic) =>
        _topics.TryGetValue(topic, out var known)
            ? known
            : _topics.GetOrAdd(topic, (new TopicHours(store, topic, alone), new StoredMentions()));
}
