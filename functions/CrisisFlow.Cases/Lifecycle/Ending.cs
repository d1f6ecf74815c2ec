using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Ending
{
    public static CaseDecision Decide(CaseCommand.Stop command, CaseState.Open open)
    {
        var refused =
            Permission.Director(open.File, command.By, "stop a case")
            ?? Permission.Text("reason of a stop", command.Reason, CaseLimits.Comment, CaseRefusal.CommentMissing);
        if (refused is not null)
            return refused;
        var turn = new Turn(open, command.At);
        Stop(turn, CaseEnding.Stopped, command.By, command.Reason);
        return turn.Decision();
    }

    public static void Stop(Turn turn, CaseEnding ending, PersonId? by, string reason)
    {
        Tidy(turn);
        turn.Add(new CaseEvent.Stopped(turn.At, ending, by, reason));
    }

    public static void Close(Turn turn, CaseEnding ending, PersonId by, string reason)
    {
        Tidy(turn);
        turn.Add(new CaseEvent.Closed(turn.At, ending, by, reason));
    }

    /// <summary>After the end only what is still on its way comes in: receipts and failures.</summary>
    public static CaseDecision DecideEnded(CaseCommand command, CaseState.Closed closed) =>
        command switch
        {
            CaseCommand.OpenCase opening => Opening.DecideAgain(opening, closed.File),
            CaseCommand.PassTime => CaseDecision.Nothing,
            CaseCommand.RecordPublication published => Publishing.Decide(published, closed),
            CaseCommand.RecordPublicationFailure failed => Publishing.Decide(failed, closed),
            CaseCommand.RecordMailFailure mail => Notes.Decide(mail, closed),
            CaseCommand.RecordMeasurement measured => Measuring.Decide(measured, closed),
            CaseCommand.RecordMeasurementFailure failed => Measuring.Decide(failed, closed),
            CaseCommand.Stop stop when closed.Ended.Ending == CaseEnding.Stopped && closed.Ended.By == stop.By =>
                CaseDecision.Nothing,
            CaseCommand.WriteReview review
                when closed.File.Reviews.Any(r => r.By == review.By && r.Text == review.Text) => CaseDecision.Nothing,
            CaseCommand.DecideTriage triage
                when closed.File.Triage is { } t && t.By == triage.By && t.Verdict == triage.Verdict =>
                CaseDecision.Nothing,
            CaseCommand.Approve approve
                when Decided(closed.File, approve.By, approve.Round, approve.Hash, isApproval: true) =>
                CaseDecision.Nothing,
            CaseCommand.Reject reject
                when Decided(closed.File, reject.By, reject.Round, reject.Hash, isApproval: false) =>
                CaseDecision.Nothing,
            _ => CaseDecision.Refuse(
                CaseRefusal.CaseEnded,
                $"Case '{closed.File.Id}' ended at {closed.Ended.At:yyyy-MM-dd HH:mm} UTC: {closed.Ended.Ending}."
            ),
        };

    private static bool Decided(CaseFile file, PersonId by, int round, string hash, bool isApproval) =>
        file.RoundOf(round) is { } found
        && found.Hash == hash
        && found.Decisions.Any(d => d.By == by && d.IsApproval == isApproval);

    private static void Tidy(Turn turn)
    {
        Approving.Withdraw(turn, RoundOutcome.Withdrawn);
        Asking.Drop(turn, _ => true);
    }
}
