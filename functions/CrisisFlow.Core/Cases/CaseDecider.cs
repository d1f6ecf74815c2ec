using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Core.Cases;

/// <summary>The life of a case: pure, total, synchronous.</summary>
public static partial class CaseDecider
{
    public static readonly CaseState Initial = new CaseState.None();

    /// <summary>What a command leads to. Never throws; a command that was carried out before gives no events.</summary>
    public static Decision<CaseEvent, CaseRefusal> Decide(CaseCommand command, CaseState state) =>
        Decision<CaseEvent, CaseRefusal>.Refuse(CaseRefusal.NoSuchCase, "There is no such case.");

    public static CaseState Evolve(CaseState state, CaseEvent @event) => state;

    public static bool IsTerminal(CaseState state) => state is CaseState.Closed;

    /// <summary>When <see cref="CaseCommand.PassTime"/> has something to do; null when only people or receipts move the case on.</summary>
    public static DateTimeOffset? NextDeadline(CaseState state) => null;

    /// <summary>What an event asks of the world.</summary>
    /// <param name="after">The state the event led to.</param>
    /// <param name="number">The event's number in the journal, from 1.</param>
    public static IReadOnlyList<CaseEffect> Effects(CaseState after, CaseEvent @event, long number) => [];
}
