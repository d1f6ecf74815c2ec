using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>The life of a case: pure, total, synchronous.</summary>
public static class CaseDecider
{
    public static readonly CaseState Initial = new CaseState.None();

    /// <summary>What a command leads to. Never throws; a command that was carried out before gives no events.</summary>
    public static Decision<CaseEvent, CaseRefusal> Decide(CaseCommand command, CaseState state) =>
        state switch
        {
            CaseState.Open open => DecideOpen(command, open),
            CaseState.Closed closed => Ending.DecideEnded(command, closed),
            _ when command is CaseCommand.OpenCase opening => Opening.Decide(opening, state),
            _ => CaseDecision.Refuse(CaseRefusal.NoSuchCase, "The case does not exist."),
        };

    public static CaseState Evolve(CaseState state, CaseEvent @event) => CaseFold.Evolve(state, @event);

    public static bool IsTerminal(CaseState state) => state is CaseState.Closed;

    /// <summary>
    /// When <see cref="CaseCommand.PassTime"/> has something to do; null when only people or receipts move the case on.
    /// </summary>
    public static DateTimeOffset? NextDeadline(CaseState state) => Deadlines.Next(state);

    /// <summary>Actions requested by an event.</summary>
    /// <param name="after">The state the event led to.</param>
    /// <param name="number">The event's number in the journal, from 1.</param>
    public static IReadOnlyList<CaseAction> Actions(CaseState after, CaseEvent @event, long number) =>
        RequestedActions.Of(after, @event, number);

    /// <summary>The effects of everything that one step stores, so that each person gets one mail about it.</summary>
    public static IReadOnlyList<CaseAction> Together(IReadOnlyList<CaseAction> actions) => CombinedMails.Of(actions);

    /// <summary>
    /// Whether a stored effect should still be performed: nobody is asked for what is done, and a stopped case
    /// publishes nothing more.
    /// </summary>
    public static bool StillWanted(CaseState state, CaseAction action) => RequestedActions.StillWanted(state, action);

    private static CaseDecision DecideOpen(CaseCommand command, CaseState.Open open) =>
        command switch
        {
            CaseCommand.OpenCase opening => Opening.DecideAgain(opening, open.File),
            CaseCommand.DecideTriage triage => Triaging.Decide(triage, open),
            CaseCommand.RecordFact fact => Facts.Decide(fact, open),
            CaseCommand.DraftStatement draft => Drafting.Decide(draft, open),
            CaseCommand.Approve approve => Approving.Decide(approve, open),
            CaseCommand.Reject reject => Rejecting.Decide(reject, open),
            CaseCommand.CompleteTask complete => Executing.Decide(complete, open),
            CaseCommand.RecordPublication published => Publishing.Decide(published, open),
            CaseCommand.RecordPublicationFailure failed => Publishing.Decide(failed, open),
            CaseCommand.RecordMailFailure mail => Notes.Decide(mail, open),
            CaseCommand.RecordMeasurement measured => Measuring.Decide(measured, open),
            CaseCommand.RecordMeasurementFailure failed => Measuring.Decide(failed, open),
            CaseCommand.DecideSetback setback => Setbacks.Decide(setback, open),
            CaseCommand.FlareUp flare => Flaring.Decide(flare, open),
            CaseCommand.Regrade regrade => Grading.Decide(regrade, open),
            CaseCommand.HandOver handOver => HandingOver.Decide(handOver, open),
            CaseCommand.AddNote note => Notes.Decide(note, open),
            CaseCommand.ReleaseHolding release => HoldingStatement.Decide(release, open),
            CaseCommand.WriteReview review => Reviewing.Decide(review, open),
            CaseCommand.Close close => Reviewing.Decide(close, open),
            CaseCommand.Stop stop => Ending.Decide(stop, open),
            CaseCommand.PassTime time => TimePassing.Decide(time, open),
            _ => CaseDecision.Nothing,
        };
}
