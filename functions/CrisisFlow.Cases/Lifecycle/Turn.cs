using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// One decision in the making: each event is folded in at once, so that the next step sees what the last one did.
/// </summary>
internal sealed class Turn(CaseState state, DateTimeOffset at)
{
    /// <summary>No clock shows it; deadlines after it still fit into the calendar.</summary>
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<CaseEvent> _events = [];

    public CaseState State { get; private set; } = state;

    /// <summary>Time of every event of this turn; never before the case's last event.</summary>
    public DateTimeOffset At { get; } =
        state.FileOrNull is { } file && file.LastAt > at ? file.LastAt
        : at > Latest ? Latest
        : at.ToUniversalTime();

    public CaseFile File =>
        State.FileOrNull
        ?? throw new InvalidOperationException("A turn reads the file of a case that was never opened.");

    /// <summary>Null once the case has ended.</summary>
    public PhaseState? Phase => (State as CaseState.Open)?.Phase;

    public void Add(CaseEvent @event)
    {
        _events.Add(@event);
        State = CaseDecider.Evolve(State, @event);
    }

    public CaseDecision Decision() => CaseDecision.Of(_events);
}
