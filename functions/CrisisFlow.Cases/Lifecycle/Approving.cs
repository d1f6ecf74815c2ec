using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Approving
{
    public static void Enter(Turn turn, int version, string hash)
    {
        if (turn.Phase is not PhaseState.Approval)
            turn.Add(new CaseEvent.PhaseEntered(turn.At, CasePhase.Approval));
        turn.Add(new CaseEvent.RoundOpened(turn.At, turn.File.Rounds.Count + 1, version, hash));
        ApprovalStages.OpenFrom(turn, 0);
    }

    public static CaseDecision Decide(CaseCommand.Approve command, CaseState.Open open)
    {
        var file = open.File;
        if (Check(file, command.By, command.Round, command.Hash, isApproval: true) is { } answer)
            return answer;
        if (Permission.Length("comment", command.Comment, CaseLimits.Comment) is { } refused)
            return refused;
        var round = file.Rounds[^1];
        var stage = round.Stages[^1];
        var turn = new Turn(open, command.At);
        turn.Add(new CaseEvent.Approved(turn.At, command.By, round.Number, stage.Index, round.Hash, command.Comment));
        if (turn.File.Rounds[^1].Stages[^1].IsPassed)
        {
            turn.Add(new CaseEvent.TaskEnded(turn.At, stage.Task, TaskEnd.Done, command.By));
            ApprovalStages.OpenFrom(turn, stage.Index + 1);
        }

        return turn.Decision();
    }

    /// <summary>
    /// What holds for approving and rejecting alike; null = go on, the round's last stage is the one to decide.
    /// </summary>
    public static CaseDecision? Check(CaseFile file, PersonId by, int number, string hash, bool isApproval)
    {
        if (Permission.Known(file, by) is { } unknown)
            return unknown;
        if (file.RoundOf(number) is not { } round)
            return CaseDecision.Refuse(
                CaseRefusal.UnknownRound,
                $"Case '{file.Id}' has no approval round {number}; it had {file.Rounds.Count}."
            );
        if (!string.Equals(round.Hash, hash, StringComparison.Ordinal))
            return CaseDecision.Refuse(
                CaseRefusal.OtherVersion,
                $"Round {number} of case '{file.Id}' is about version {round.Version}, not about the version whose "
                    + "hash was named."
            );
        if (round.Decisions.FirstOrDefault(d => d.By == by) is { } before)
        {
            return before.IsApproval == isApproval
                ? CaseDecision.Nothing
                : CaseDecision.Refuse(
                    CaseRefusal.AlreadyDecided,
                    $"Person '{by}' has {(before.IsApproval ? "approved" : "rejected")} version {round.Version} in "
                        + $"round {number} before."
                );
        }

        if (round.Closed is { } closed)
            return CaseDecision.Refuse(
                CaseRefusal.RoundClosed,
                $"Round {number} of case '{file.Id}' is closed: {closed.Outcome}."
            );
        return MayDecide(file, round, by);
    }

    /// <summary>Closes the open round, if there is one, and its tasks.</summary>
    public static void Withdraw(Turn turn, RoundOutcome outcome)
    {
        if (turn.File.Rounds is not [.., { IsOpen: true } round])
            return;
        turn.Add(new CaseEvent.RoundClosed(turn.At, round.Number, outcome));
        Asking.Drop(turn, t => t.Kind == TaskKind.Approval);
    }

    private static CaseDecision? MayDecide(CaseFile file, ApprovalRound round, PersonId by)
    {
        if (round.Stages is not [.., var stage] || file.TaskOf(stage.Task) is not { IsOpen: true } task)
            return CaseDecision.Refuse(
                CaseRefusal.RoundClosed,
                $"Round {round.Number} of case '{file.Id}' has no open stage."
            );
        if (
            file.VersionOf(round.Version)?.Author == by
            && !(file.Playbook.Approval.AuthorMayApproveAlone && task.People.All(p => p == by))
        )
            return CaseDecision.Refuse(
                CaseRefusal.AuthorMayNotApprove,
                $"Person '{by}' wrote version {round.Version} and may not decide on it."
            );
        return task.People.Contains(by)
            ? null
            : CaseDecision.Refuse(
                CaseRefusal.NotAsked,
                $"Person '{by}' was not assigned in stage '{stage.Id}' of round {round.Number}."
            );
    }
}
