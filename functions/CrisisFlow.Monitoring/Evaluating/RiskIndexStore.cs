using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>
/// The risk index of each topic by the hour, as it was last evaluated in that hour: what charts and effects read.
/// </summary>
public sealed class RiskIndexStore(IEntityStore store)
{
    public const string Table = "riskindex";

    /// <summary>The last evaluation of an hour stays.</summary>
    public Task SaveAsync(TopicId topic, DateTimeOffset at, double index, CancellationToken cancellation = default) =>
        store.CommitAsync(
            Table,
            topic.Value,
            [new EntityChange.Upsert(MentionTables.HourRow(at), new() { { "at", at }, { "index", index } })],
            cancellation
        );

    /// <summary>By hour in UTC, from <paramref name="from"/> to <paramref name="to"/>, both inclusive.</summary>
    public async Task<IReadOnlyDictionary<DateTimeOffset, double>> ReadAsync(
        TopicId topic,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellation = default
    )
    {
        var hours = new Dictionary<DateTimeOffset, double>();
        await foreach (
            var row in store.ScanAsync(
                Table,
                topic.Value,
                new(MentionTables.HourRow(from), MentionTables.HourRow(to) + "~"),
                cancellation: cancellation
            )
        )
        {
            var at = row.Properties.Time("at")!.Value;
            hours[MentionTables.HourOf(at)] = row.Properties.Real("index") ?? 0;
        }

        return hours;
    }
}
