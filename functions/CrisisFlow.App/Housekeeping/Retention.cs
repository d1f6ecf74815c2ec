using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.App.Housekeeping;

/// <summary>
/// Deletes what is older than settings keep, also of topics that left settings. There is no expiry in the store;
/// nothing goes away by itself.
/// Cases stay: they are the record of who decided what.
/// </summary>
public sealed class Retention(
    IEntityStore store,
    IReadOnlyList<TopicId> inSettings,
    RetentionSettings keep,
    TimeProvider time
)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Hours looked at before the last run's end, for what came late.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var book = new RetentionMarks(store);
        foreach (var (topic, deletedUntil) in await book.ReadAsync(inSettings, cancellation))
        {
            var end = MentionTables.HourOf(now - keep.Mentions);
            for (var hour = await StartAsync(topic, deletedUntil, end, cancellation); hour < end; hour += Hour)
                await DeleteAsync(
                    MentionTables.Mentions,
                    MentionTables.Partition(topic, hour),
                    RowRange.All,
                    _ => true,
                    cancellation
                );
            var before = new RowRange(null, MentionTables.HourRow(end));
            await DeleteAsync(MentionTables.Hours, topic.Value, before, _ => true, cancellation);
            await DeleteAsync(RiskIndexStore.Table, topic.Value, before, _ => true, cancellation);
            await DeleteWarningsAsync(topic, now - keep.Warnings, cancellation);
            await book.MarkAsync(topic, end, cancellation);
        }

        // Remembered longer than mentions are kept: an undated item that a source still shows must not come back as
        // new.
        await SeenItems.ForgetAsync(store, now - keep.Mentions - keep.Mentions, cancellation);
    }

    /// <summary>
    /// Where the last run ended, however long ago that is and whatever was kept then; the first time, the oldest hour
    /// that was ever merged.
    /// </summary>
    private async Task<DateTimeOffset> StartAsync(
        TopicId topic,
        DateTimeOffset? deletedUntil,
        DateTimeOffset end,
        CancellationToken cancellation
    )
    {
        var start = deletedUntil ?? end;
        if (deletedUntil is null)
            await foreach (
                var row in store.ScanAsync(
                    MentionTables.Hours,
                    topic.Value,
                    new RowRange(null, MentionTables.HourRow(end)),
                    1,
                    cancellation
                )
            )
                start = MentionTables.HourOf(row.Properties.Time("at") ?? end);
        return start < end - LookBack ? start : end - LookBack;
    }

    // Events and views are numbered, not dated, and newest first: the oldest stand at the end. A warning that is still
    // active is kept regardless of its age.
    private async Task DeleteWarningsAsync(TopicId topic, DateTimeOffset before, CancellationToken cancellation)
    {
        Task Old(string prefix, Func<Entity, bool> old) =>
            DeleteAsync(WarningTables.Warnings, topic.Value, RowRange.Prefix(prefix), old, cancellation);
        await Old(WarningTables.Events, row => row.Properties.Time("at") < before);
        await Old(WarningTables.Views, row => WarningJournal.ReadView(row).Cleared < before);
        await Old(WarningTables.Done, row => row.Properties.Time("at") < before);
    }

    private async Task DeleteAsync(
        string table,
        string partition,
        RowRange range,
        Func<Entity, bool> old,
        CancellationToken cancellation
    )
    {
        var rows = new List<string>();
        await foreach (var row in store.ScanAsync(table, partition, range, cancellation: cancellation))
            if (old(row))
                rows.Add(row.Key.Row);
        // A conflict means that another host deletes here too; what it leaves goes the next time.
        foreach (var chunk in rows.Chunk(EntityLimits.ChangeCount))
            await store.CommitAsync(
                table,
                partition,
                [.. chunk.Select(row => new EntityChange.Delete(row))],
                cancellation
            );
    }
}
