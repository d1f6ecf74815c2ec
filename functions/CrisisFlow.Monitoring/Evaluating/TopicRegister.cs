using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>
/// Knows every topic that settings ever named. A topic that left them is retired, one that came back begins afresh.
/// </summary>
public sealed class TopicRegister(IEntityStore store, WarningJournal journal, TopicSet topics, TimeProvider time)
{
    /// <summary>Whom the history names as the one who retired a topic.</summary>
    private const string BySettings = "settings";

    private readonly HashSet<TopicId> _inSettings = [.. topics.All.Select(topic => topic.Id)];

    /// <summary>Topics that left settings; empty until <see cref="SettleAsync"/> has run.</summary>
    public IReadOnlyList<TopicId> Left { get; private set; } = [];

    /// <summary>A host calls it once at start, before it evaluates. A second time changes nothing.</summary>
    /// <remarks>Nobody is mailed: whoever changed the settings knows, and the pages keep the history.</remarks>
    public async Task SettleAsync(CancellationToken cancellation = default)
    {
        var known = new HashSet<TopicId>();
        await foreach (
            var row in store.ScanAsync(
                MentionTables.Hours,
                MentionTables.Topics,
                RowRange.All,
                cancellation: cancellation
            )
        )
            known.Add(new TopicId(row.Key.Row));
        var now = time.GetUtcNow();
        var left = known.Where(topic => !_inSettings.Contains(topic)).ToList();
        foreach (var topic in left)
            await journal.TellAsync(topic, new WarningCommand.Retire(now, BySettings), _ => [], cancellation);
        foreach (var topic in _inSettings)
            if (known.Contains(topic))
                await journal.TellAsync(topic, new WarningCommand.Watch(now), _ => [], cancellation);
            else
                await store.CommitAsync(
                    MentionTables.Hours,
                    MentionTables.Topics,
                    [new EntityChange.Insert(topic.Value, [])],
                    cancellation
                );
        Left = left;
    }
}
