using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Reviewing
{
    public static void Enter(Turn turn)
    {
        turn.Add(new CaseEvent.PhaseEntered(turn.At, CasePhase.Review));
        Asking.Drop(turn, _ => true);
        Asking.Ask(turn, TaskKind.Review, turn.File.Playbook.Review);
    }

    public static CaseDecision Decide(CaseCommand.WriteReview command, CaseState.Open open)
    {
        if (open.Phase is not PhaseState.Review)
            return Permission.OtherPhase(open, "write the review");
        var task = open.File.OpenTasks.FirstOrDefault(t => t.Kind == TaskKind.Review);
        var refused =
            Permission.Asked(open.File, command.By, task) ?? Permission.Text("review", command.Text, CaseLimits.Review);
        if (refused is not null)
            return refused;
        var turn = new Turn(open, command.At);
        turn.Add(new CaseEvent.ReviewWritten(turn.At, command.By, command.Text));
        if (task is not null)
            turn.Add(new CaseEvent.TaskEnded(turn.At, task.Id, TaskEnd.Done, command.By));
        Ending.Close(turn, CaseEnding.Reviewed, command.By, "");
        return turn.Decision();
    }

    public static CaseDecision Decide(CaseCommand.Close command, CaseState.Open open)
    {
        var refused =
            Permission.Director(open.File, command.By, "end the effect phase")
            ?? Permission.Length("reason", command.Reason, CaseLimits.Comment);
        if (refused is not null)
            return refused;
        if (open.Phase is PhaseState.Review)
            return CaseDecision.Refuse(
                CaseRefusal.TasksOpen,
                $"Case '{open.File.Id}' is closed by its review, which is not written yet."
            );
        if (open.Phase is not PhaseState.Effect)
            return Permission.OtherPhase(open, "close the case; stop it with a reason instead");
        var turn = new Turn(open, command.At);
        if (!string.IsNullOrWhiteSpace(command.Reason))
            turn.Add(new CaseEvent.NoteAdded(turn.At, command.By, command.Reason));
        Enter(turn);
        return turn.Decision();
    }
}
