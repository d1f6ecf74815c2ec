using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>A case as it was read, or as it is after a write that went through.</summary>
/// <param name="ETag">Of the head row; null when there is none yet.</param>
internal sealed record LoadedCase(
    CaseId Id,
    CaseHead Head,
    string? ETag,
    CaseState State,
    IReadOnlyList<NumberedEvent> Events
)
{
    /// <summary>The case as others read it; null when there is none.</summary>
    public CaseRecord? Record => State.FileOrNull is { } file ? new CaseRecord(Id, State, file, Events) : null;

    /// <param name="head">The head row; null when there is no such case.</param>
    public static async Task<LoadedCase> ReadAsync(
        IEntityStore store,
        CaseId id,
        Entity? head,
        CancellationToken cancellation
    )
    {
        if (head is null)
            return new LoadedCase(id, CaseHead.Empty, null, CaseDecider.Initial, []);
        var parsed = CaseHead.FromRow(head.Properties);
        var events = new List<NumberedEvent>();
        var state = CaseDecider.Initial;
        var rows = store.ScanAsync(CaseTables.Cases, id.Value, RowRange.Prefix(CaseKeys.Events), null, cancellation);
        await foreach (var row in rows)
        {
            foreach (var line in row.Properties.ReadLong("Json").Split('\n'))
            {
                // Rows written after the head was read belong to a later state.
                if (events.Count == parsed.Events)
                    break;
                var @event = CaseJson.ReadEvent(line);
                state = CaseDecider.Evolve(state, @event);
                events.Add(new NumberedEvent(events.Count + 1, @event));
            }
        }

        return new LoadedCase(id, parsed, head.ETag, state, events);
    }

    /// <summary>
    /// With the new events of one step folded in and the effects they ask for added: one mail to each person.
    /// </summary>
    public LoadedCase With(IReadOnlyList<CaseEvent> events)
    {
        var state = State;
        var all = Events.ToList();
        var actions = new List<CaseAction>();
        foreach (var @event in events)
        {
            state = CaseDecider.Evolve(state, @event);
            all.Add(new NumberedEvent(all.Count + 1, @event));
            actions.AddRange(CaseDecider.Actions(state, @event, all.Count));
        }

        return this with
        {
            State = state,
            Events = all,
            Head = new CaseHead(
                all.Count,
                [.. Head.Pending, .. CaseDecider.Together(actions).Select(e => new PendingAction(e, 0, null))]
            ),
        };
    }

    public CaseProgress Progress() =>
        new(
            Events.Count,
            (State as CaseState.Open)?.Phase.Name,
            CaseDecider.NextDeadline(State),
            [.. Head.Pending.Select(p => p.Action.Id.Value)],
            CaseDecider.IsTerminal(State)
        );

    /// <summary>When somebody has to look at this case again: a deadline, or an effect to perform.</summary>
    public DateTimeOffset? Due()
    {
        var due = CaseDecider.NextDeadline(State);
        foreach (var pending in Head.Pending)
        {
            var at = pending.RetryAt ?? DateTimeOffset.UnixEpoch;
            if (due is null || at < due)
                due = at;
        }

        return due;
    }
}
