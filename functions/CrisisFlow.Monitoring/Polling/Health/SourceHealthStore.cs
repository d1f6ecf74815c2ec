using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Polling.Health;

/// <summary>
/// Keeps the health of every source, so that after a restart no source is polled too early and no alert is forgotten.
/// </summary>
public sealed class SourceHealthStore(IEntityStore store)
{
    public const string Table = "sources";
    private const string Partition = "health";

    /// <summary>All sources that were ever polled, by name.</summary>
    public async Task<IReadOnlyList<SourceHealth>> AllAsync(CancellationToken cancellation = default)
    {
        var all = new List<SourceHealth>();
        await foreach (var entity in store.ScanAsync(Table, Partition, RowRange.All, null, cancellation))
            all.Add(Read(entity));
        return all;
    }

    public async Task<SourceHealth?> GetAsync(string source, CancellationToken cancellation = default) =>
        await store.GetAsync(Table, new(Partition, source), cancellation) is { } entity ? Read(entity) : null;

    public Task SaveAsync(SourceHealth health, CancellationToken cancellation = default) =>
        store.CommitAsync(Table, Partition, [new EntityChange.Upsert(health.Source, Write(health))], cancellation);

    private static EntityProperties Write(SourceHealth health) =>
        new()
        {
            { "url", health.Url },
            { "condition", health.Condition.ToString() },
            { "lastOk", health.LastOk },
            { "lastTry", health.LastTry },
            { "failures", health.Failures },
            { "problem", health.Problem },
            { "itemsSeen", health.ItemsSeen },
            { "quietSince", health.QuietSince },
            { "due", health.Due },
            { "etag", health.ETag },
            { "lastModified", health.LastModified },
            { "fullFetch", health.FullFetch },
            { "movedTo", health.MovedTo },
            { "movedTimes", health.MovedTimes },
            { "lastItems", health.LastItems },
            { "unreadSince", health.UnreadSince },
            { "gaps", health.Gaps },
            { "offHours", health.OffHours },
            { "offItems", health.OffItems },
        };

    private static SourceHealth Read(Entity entity)
    {
        var values = entity.Properties;
        return new()
        {
            Source = entity.Key.Row,
            Url = values.Text("url") ?? "",
            Condition = Enum.TryParse<SourceCondition>(values.Text("condition"), out var condition)
                ? condition
                : SourceCondition.New,
            LastOk = values.Time("lastOk"),
            LastTry = values.Time("lastTry"),
            Failures = (int)(values.Number("failures") ?? 0),
            Problem = values.Text("problem") ?? "",
            ItemsSeen = values.Number("itemsSeen") ?? 0,
            QuietSince = values.Time("quietSince"),
            Due = values.Time("due") ?? DateTimeOffset.UnixEpoch,
            ETag = values.Text("etag"),
            LastModified = values.Text("lastModified"),
            FullFetch = values.Time("fullFetch"),
            MovedTo = values.Text("movedTo"),
            MovedTimes = (int)(values.Number("movedTimes") ?? 0),
            LastItems = values.Text("lastItems") ?? "",
            UnreadSince = values.Time("unreadSince"),
            Gaps = values.Text("gaps") ?? "",
            OffHours = (int)(values.Number("offHours") ?? 0),
            OffItems = (int)(values.Number("offItems") ?? 0),
        };
    }
}
