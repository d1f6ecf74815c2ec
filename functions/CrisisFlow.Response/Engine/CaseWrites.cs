using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>Writes a case's next state in one transaction.</summary>
internal static class CaseWrites
{
    /// <summary>A transaction has 100 changes; some are kept for the head, a signal and an effect.</summary>
    private const int EventRows = 80;

    /// <param name="beside">Changes of signals or effects that belong to the same moment.</param>
    /// <returns>The case with its new ETag; null when somebody else wrote first.</returns>
    public static async Task<LoadedCase?> CommitAsync(
        IEntityStore store,
        LoadedCase before,
        LoadedCase after,
        IReadOnlyList<EntityChange> beside,
        CancellationToken cancellation
    )
    {
        var changes = new List<EntityChange>();
        if (after.Events.Count > 0)
        {
            var head = after.Head.ToRow(after.State);
            changes.Add(
                before.ETag is { } etag
                    ? new EntityChange.Replace(CaseKeys.Head, head, etag)
                    : new EntityChange.Insert(CaseKeys.Head, head)
            );
        }

        var fresh = after.Events.Skip(before.Events.Count).ToList();
        var perRow = Math.Max(1, (fresh.Count + EventRows - 1) / EventRows);
        foreach (var group in fresh.Chunk(perRow))
            changes.Add(new EntityChange.Insert(CaseKeys.Event(group[0].Number), Row(group)));
        changes.AddRange(beside);
        var result = await store.CommitAsync(CaseTables.Cases, before.Id.Value, changes, cancellation);
        return result is CommitResult.Committed committed
            ? after with
            {
                ETag = after.Events.Count > 0 ? committed.ETags[0] : null,
            }
            : null;
    }

    private static EntityProperties Row(NumberedEvent[] group)
    {
        var row = new EntityProperties { { "At", group[0].Event.At }, { "Name", group[0].Event.GetType().Name } };
        row.AddLong("Json", string.Join('\n', group.Select(e => CaseJson.Write(e.Event))));
        return row;
    }
}
