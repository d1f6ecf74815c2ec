using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Response.Engine;

/// <summary>The case after a step: what its host waits for and what it has to perform.</summary>
/// <param name="Events">Events so far; 0 = there is no such case yet.</param>
/// <param name="Phase">Null before it was opened and after it ended.</param>
/// <param name="NextDeadline">
/// When to advance again if nothing else happens; null = only people, receipts or nothing move it on.
/// </param>
/// <param name="PendingActions">Ids of effects not done yet, in the order they were requested.</param>
/// <param name="IsTerminal">It has ended; pending effects are still to be performed.</param>
public sealed record CaseProgress(
    long Events,
    CasePhase? Phase,
    DateTimeOffset? NextDeadline,
    IReadOnlyList<string> PendingActions,
    bool IsTerminal
);

/// <summary>How a try to perform an effect ended.</summary>
public abstract record ActionOutcome
{
    private ActionOutcome() { }

    /// <summary>Performed, now or before.</summary>
    public sealed record Done : ActionOutcome;

    /// <param name="RetryAt">Not before this time; the row knows how many tries there were.</param>
    public sealed record FailedForNow(DateTimeOffset RetryAt, string Reason) : ActionOutcome;

    /// <summary>Recorded as an event of the case; not tried again.</summary>
    public sealed record FailedForGood(string Reason) : ActionOutcome;
}

/// <summary>What became of a signal that was raised.</summary>
public abstract record SignalResult
{
    private SignalResult() { }

    /// <summary>Stored; the case takes it at its next step.</summary>
    public sealed record Raised : SignalResult;

    /// <summary>The same signal was stored before: a second click.</summary>
    /// <param name="Taken">Null while the case has not taken it yet.</param>
    public sealed record AlreadyThere(StoredSignal Signal, SignalTaken? Taken) : SignalResult;
}

/// <summary>A signal as it was stored.</summary>
/// <param name="By">Who raised it; null for the product itself.</param>
public sealed record StoredSignal(string Id, CaseCommand Command, PersonId? By, DateTimeOffset RaisedAt);

/// <summary>What the case made of a signal.</summary>
/// <param name="Refused">Null when it was accepted, also when there was nothing left to do.</param>
/// <param name="Details">The refusal's sentence; empty when accepted.</param>
/// <param name="Nothing">Accepted, and nothing was left to do: what was said with it is in no event.</param>
public sealed record SignalTaken(DateTimeOffset At, CaseRefusal? Refused, string Details, bool Nothing = false);
