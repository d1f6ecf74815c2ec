using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Rejecting
{
    /// <summary>One rejection is enough: the round closes and the draft goes back to its author.</summary>
    public static CaseDecision Decide(CaseCommand.Reject command, CaseState.Open open)
    {
        var file = open.File;
        if (Approving.Check(file, command.By, command.Round, command.Hash, isApproval: false) is { } answer)
            return answer;
        if (
            Permission.Text(
                "comment of a rejection",
                command.Comment,
                CaseLimits.Comment,
                CaseRefusal.CommentMissing
            ) is
            { } refused
        )
            return refused;
        var round = file.Rounds[^1];
        var stage = round.Stages[^1];
        var turn = new Turn(open, command.At);
        turn.Add(new CaseEvent.Rejected(turn.At, command.By, round.Number, stage.Index, round.Hash, command.Comment));
        turn.Add(new CaseEvent.TaskEnded(turn.At, stage.Task, TaskEnd.Done, command.By));
        turn.Add(new CaseEvent.RoundClosed(turn.At, round.Number, RoundOutcome.Rejected));
        Drafting.Enter(turn, file.VersionOf(round.Version)?.Author);
        return turn.Decision();
    }
}
