using CrisisFlow.Core.Monitoring;
using CrisisFlow.Runtime.Ingesting;
using CrisisFlow.Runtime.Ports;
using CrisisFlow.Runtime.Warning;

namespace CrisisFlow.Runtime.Running;

/// <summary>Deletes what is older than settings keep. There is no expiry in the store; nothing goes away by itself.</summary>
public sealed class Retention(Product product, TimeProvider time)
{
    private const int AtOnce = 100;

    /// <summary>How far beyond the age deleted hours are looked for, so that a host that slept for a while still catches up.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken cancellation = default)
    {
        var (now, keep) = (time.GetUtcNow(), product.Settings.Retention);
        foreach (var topic in product.Topics.All)
        {
            var end = MentionTables.HourOf(now - keep.Mentions);
            for (var hour = end - LookBack; hour < end; hour += TimeSpan.FromHours(1))
                await DeleteRangeAsync(MentionTables.Mentions, MentionTables.Partition(topic.Id, hour), RowRange.All, cancellation);
            await DeleteRangeAsync(MentionTables.Hours, topic.Id.Value, new RowRange(null, MentionTables.HourRow(end)), cancellation);
            await DeleteRangeAsync(IndexTable.Table, topic.Id.Value, new RowRange(null, MentionTables.HourRow(end)), cancellation);
            await DeleteWarningsAsync(topic.Id, now - keep.Warnings, cancellation);
        }

        // Remembered longer than mentions are kept: an undated item that a source still shows must not come back as new.
        await SeenBook.ForgetAsync(product.Store, now - keep.Mentions - keep.Mentions, cancellation);
    }

    // Numbered, not dated, and newest first: the oldest stand at the end.
    private async Task DeleteWarningsAsync(TopicId topic, DateTimeOffset before, CancellationToken cancellation)
    {
        var old = new List<string>();
        await foreach (var row in product.Store.ScanAsync(WarningTables.Warnings, topic.Value, RowRange.Prefix(WarningTables.Events), cancellation: cancellation))
            if (row.Properties.Time("at") < before) old.Add(row.Key.Row);
        await DeleteAsync(WarningTables.Warnings, topic.Value, old, cancellation);
    }

    private async Task DeleteRangeAsync(string table, string partition, RowRange range, CancellationToken cancellation)
    {
        var rows = new List<string>();
        await foreach (var row in product.Store.ScanAsync(table, partition, range, cancellation: cancellation)) rows.Add(row.Key.Row);
        await DeleteAsync(table, partition, rows, cancellation);
    }

    private async Task DeleteAsync(string table, string partition, List<string> rows, CancellationToken cancellation)
    {
        foreach (var chunk in rows.Chunk(AtOnce))
            await product.Store.CommitAsync(table, partition, [.. chunk.Select(row => new EntityChange.Delete(row))], cancellation);
    }
}
