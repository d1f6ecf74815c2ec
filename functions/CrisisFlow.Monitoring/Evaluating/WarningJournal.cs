using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>
/// Each topic's warnings: events, the state they fold to, and the effects they ask for, written together.
/// </summary>
/// <param name="alone">
/// Whether no other process writes warnings: then what was read or written last need not be read again.
/// </param>
public sealed class WarningJournal(IEntityStore store, bool alone = false)
{
    private const int Tries = 8;

    private readonly ConcurrentDictionary<TopicId, HeadRow> _heads = new();

    /// <summary>
    /// Whether time alone changes nothing, as far as that is known without reading: no warning is open and no silence
    /// can end.
    /// </summary>
    public bool IsQuiet(TopicId topic) =>
        alone
        && _heads.TryGetValue(topic, out var head)
        && head.State is WarningState.Retired or WarningState.Watching { Open.Length: 0, Silences.Length: 0 };

    /// <summary>How many events the topic had when it was read or written last; null = not known.</summary>
    public long? EventsKnown(TopicId topic) => _heads.TryGetValue(topic, out var head) ? head.Events : null;

    /// <summary>Whether no warning of the topic was open when it was read or written last.</summary>
    public bool HasNoneOpen(TopicId topic) =>
        _heads.TryGetValue(topic, out var head)
        && head.State is WarningState.Retired or WarningState.Watching { Open.Length: 0 };

    /// <summary>
    /// Decides on what is stored and writes what comes of it. Two at once: the later one decides again.
    /// </summary>
    /// <param name="actions">The actions of an event.</param>
    /// <exception cref="StoreUnavailableException">The store cannot answer, or others kept writing.</exception>
    public Task<WarningDecision> TellAsync(
        TopicId topic,
        WarningCommand command,
        Func<WarningEvent, IReadOnlyList<WarningAction>> actions,
        CancellationToken cancellation = default
    )
    {
        // Most looks come to nothing, and then nothing is read or written where nobody else writes.
        if (
            alone
            && _heads.TryGetValue(topic, out var head)
            && WarningDecider.Decide(command, head.State) is var decision
            && decision is not WarningDecision.Accepted { Events.Count: > 0 }
        )
            return Task.FromResult(decision);
        return TellOnAsync(topic, command, actions, cancellation);
    }

    public async Task<WarningState> StateAsync(TopicId topic, CancellationToken cancellation = default) =>
        (await ReadHeadAsync(topic, cancellation)).State;

    /// <summary>Newest first, what was held back included.</summary>
    public async IAsyncEnumerable<(long Number, WarningEvent Event)> EventsAsync(
        TopicId topic,
        int take,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await foreach (var row in ScanAsync(topic, WarningTables.Events, take, cancellation))
            yield return (row.Properties.Number("number")!.Value, ReadEvent(row));
    }

    public async Task<WarningEvent?> EventAsync(TopicId topic, long number, CancellationToken cancellation = default) =>
        await GetAsync(topic, WarningTables.Newest(WarningTables.Events, number), cancellation) is { } row
            ? ReadEvent(row)
            : null;

    /// <summary>Warnings of the topic, the last raised first.</summary>
    public async IAsyncEnumerable<WarningView> ViewsAsync(
        TopicId topic,
        int take,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await foreach (var row in ScanAsync(topic, WarningTables.Views, take, cancellation))
            yield return ReadView(row);
    }

    /// <summary>Null when no such warning is kept.</summary>
    public async Task<WarningView?> ViewAsync(
        TopicId topic,
        string warning,
        CancellationToken cancellation = default
    ) =>
        warning.StartsWith(topic.Value + ".", StringComparison.Ordinal)
        && NumberOf(warning) is { } number
        && await GetAsync(topic, WarningTables.Newest(WarningTables.Views, number), cancellation) is { } row
            ? ReadView(row)
            : null;

    public static WarningView ReadView(Entity row) =>
        JsonSerializer.Deserialize(row.Properties.ReadLong("view"), WarningJson.Default.WarningView)!;

    private static WarningEvent ReadEvent(Entity row) =>
        JsonSerializer.Deserialize(row.Properties.ReadLong("event"), WarningJson.Default.WarningEvent)!;

    private Task<Entity?> GetAsync(TopicId topic, string row, CancellationToken cancellation) =>
        store.GetAsync(WarningTables.Warnings, new(topic.Value, row), cancellation);

    private IAsyncEnumerable<Entity> ScanAsync(
        TopicId topic,
        string prefix,
        int take,
        CancellationToken cancellation
    ) => store.ScanAsync(WarningTables.Warnings, topic.Value, RowRange.Prefix(prefix), take, cancellation);

    private async Task<WarningDecision> TellOnAsync(
        TopicId topic,
        WarningCommand command,
        Func<WarningEvent, IReadOnlyList<WarningAction>> actions,
        CancellationToken cancellation
    )
    {
        for (var i = 0; i < Tries; i++)
        {
            var head = await ReadHeadAsync(topic, cancellation);
            var decision = WarningDecider.Decide(command, head.State);
            if (decision is not WarningDecision.Accepted { Events: { Count: > 0 } events })
                return decision;
            if (await AppendAsync(topic, head, events, actions, cancellation))
                return decision;
        }

        throw new StoreUnavailableException(
            $"The warnings of topic {topic.Value} were written by others {Tries} times in a row."
        );
    }

    private async Task<HeadRow> ReadHeadAsync(TopicId topic, CancellationToken cancellation)
    {
        var row = await GetAsync(topic, WarningTables.Head, cancellation);
        // A state grows to tens of kilobytes and is read every minute.
        if (_heads.TryGetValue(topic, out var known) && known.ETag == row?.ETag)
            return known;
        var read = row is null
            ? new HeadRow(WarningDecider.Initial, 0, null)
            : new HeadRow(
                JsonSerializer.Deserialize(row.Properties.ReadLong("state"), WarningJson.Default.WarningState)!,
                row.Properties.Number("events")!.Value,
                row.ETag
            );
        // What was written while this was read is the newer one.
        return _heads.AddOrUpdate(topic, read, (_, other) => other.Events > read.Events ? other : read);
    }

    private async Task<bool> AppendAsync(
        TopicId topic,
        HeadRow head,
        IReadOnlyList<WarningEvent> events,
        Func<WarningEvent, IReadOnlyList<WarningAction>> actions,
        CancellationToken cancellation
    )
    {
        var changes = new List<EntityChange>();
        var views = new WarningViews(topic);
        var (state, number) = (head.State, head.Events);
        foreach (var happened in events)
        {
            number++;
            state = WarningDecider.Evolve(state, happened);
            var row = new EntityProperties { { "number", number }, { "at", happened.At } };
            row.AddLong("event", JsonSerializer.Serialize(happened, WarningJson.Default.WarningEvent));
            changes.Add(new EntityChange.Insert(WarningTables.Newest(WarningTables.Events, number), row));
            foreach (var action in actions(happened))
                changes.Add(
                    new EntityChange.Insert(
                        WarningTables.Action(WarningTables.Pending, number, action.Name),
                        new()
                        {
                            { "event", number },
                            { "name", action.Name },
                            { "tries", 0L },
                        }
                    )
                );
            if (WarningViews.IdOf(happened) is { } id && !views.Has(id))
                views.Load(id, await GetAsync(topic, ViewRow(id), cancellation) is { } known ? ReadView(known) : null);
            views.Add(happened);
        }

        foreach (var view in views.All)
        {
            var row = new EntityProperties();
            row.AddLong("view", JsonSerializer.Serialize(view, WarningJson.Default.WarningView));
            changes.Add(new EntityChange.Upsert(ViewRow(view.Id), row));
        }

        var properties = new EntityProperties { { "events", number } };
        properties.AddLong("state", JsonSerializer.Serialize(state, WarningJson.Default.WarningState));
        changes.Add(
            head.ETag is null
                ? new EntityChange.Insert(WarningTables.Head, properties)
                : new EntityChange.Replace(WarningTables.Head, properties, head.ETag)
        );
        // Whatever comes of the write, what is known is out of date.
        _heads.TryRemove(topic, out _);
        var result = await store.CommitAsync(WarningTables.Warnings, topic.Value, changes, cancellation);
        if (result is not CommitResult.Committed { ETags: var etags })
            return false;
        _heads[topic] = new(state, number, etags[^1]);
        return true;
    }

    // Ids end in a running number.
    private static string ViewRow(string id) => WarningTables.Newest(WarningTables.Views, NumberOf(id)!.Value);

    private static int? NumberOf(string id) =>
        int.TryParse(
            id.AsSpan(id.LastIndexOf('.') + 1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private sealed record HeadRow(WarningState State, long Events, string? ETag);
}
