using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Core.Deciding;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>
/// What one step of a case will store: signals taken and deadlines passed, decided one after the other, each on what
/// the one before led to.
/// </summary>
internal sealed class StepDraft(LoadedCase before)
{
    /// <summary>Signals of one step; with the events they have to fit into a transaction of 100 changes.</summary>
    private const int MostSignals = 8;

    /// <summary>
    /// UTF-16 units of the signals of one step, so that a transaction stays far below its 4 MiB; a longer one is a step
    /// of its own.
    /// </summary>
    private const int MostText = 64 * 1024;

    private readonly List<CaseEvent> _events = [];
    private readonly List<EntityChange> _changes = [];
    private CaseState _state = before.State;
    private int _text;

    public IReadOnlyList<CaseEvent> Events => _events;

    /// <summary>Changes of signal rows that belong to the step.</summary>
    public IReadOnlyList<EntityChange> Changes => _changes;

    public bool IsEmpty => _events.Count == 0 && _changes.Count == 0;

    public bool HasRoom => _changes.Count < 2 * MostSignals && _text < MostText;

    public void Take(Entity queued, Entity stored, DateTimeOffset now)
    {
        _text += stored.Properties.ReadLong("Json").Length;
        var (events, refused, details) = Decide(CaseSignals.CommandOf(stored.Properties)) switch
        {
            Decision<CaseEvent, CaseRefusal>.Refused r => ([], r.Reason, r.Details),
            Decision<CaseEvent, CaseRefusal>.Accepted a => (a.Events, (CaseRefusal?)null, ""),
            _ => ([], null, ""),
        };
        Add(events);
        _changes.Add(
            new EntityChange.Replace(
                stored.Key.Row,
                CaseSignals.Taken(
                    stored.Properties,
                    now,
                    refused,
                    details,
                    nothing: refused is null && events.Count == 0
                ),
                stored.ETag
            )
        );
        _changes.Add(new EntityChange.Delete(queued.Key.Row, queued.ETag));
    }

    public void PassTime(DateTimeOffset now)
    {
        if (
            CaseDecider.NextDeadline(_state) <= now
            && CaseDecider.Decide(new CaseCommand.PassTime(now), _state)
                is Decision<CaseEvent, CaseRefusal>.Accepted passed
        )
            Add(passed.Events);
    }

    private void Add(IReadOnlyList<CaseEvent> events)
    {
        _events.AddRange(events);
        _state = events.Aggregate(_state, CaseDecider.Evolve);
    }

    private Decision<CaseEvent, CaseRefusal> Decide(CaseCommand? command) =>
        command switch
        {
            null => Decision<CaseEvent, CaseRefusal>.Refuse(
                CaseRefusal.Unreadable,
                $"A signal of case '{before.Id}' is written in a form this version does not know."
            ),
            CaseCommand.OpenCase opening when opening.Case != before.Id => Decision<CaseEvent, CaseRefusal>.Refuse(
                CaseRefusal.OtherCase,
                $"Case '{opening.Case}' was opened under the id '{before.Id}'."
            ),
            _ => CaseDecider.Decide(command, _state),
        };
}
