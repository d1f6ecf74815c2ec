using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Triaging
{
    public static void Enter(Turn turn)
    {
        turn.Add(new CaseEvent.PhaseEntered(turn.At, CasePhase.Triage));
        Asking.Ask(turn, TaskKind.Triage, turn.File.Playbook.Triage.Task);
    }

    public static CaseDecision Decide(CaseCommand.DecideTriage command, CaseState.Open open)
    {
        var file = open.File;
        if (open.Phase is not PhaseState.Triage)
        {
            return file.Triage is { } triage && triage.By == command.By && triage.Verdict == command.Verdict
                ? CaseDecision.Nothing
                : Permission.OtherPhase(open, "decide triage");
        }

        var task = file.OpenTasks.FirstOrDefault(t => t.Kind == TaskKind.Triage);
        if (
            (
                Permission.Asked(file, command.By, task)
                ?? Permission.Length("comment", command.Comment, CaseLimits.Comment)
            ) is
            { } refused
        )
            return refused;
        var way = file.Playbook.Triage.WayOf(command.Verdict);
        var turn = new Turn(open, command.At);
        turn.Add(new CaseEvent.TriageDecided(turn.At, command.By, command.Verdict, way, command.Comment));
        if (task is not null)
            turn.Add(new CaseEvent.TaskEnded(turn.At, task.Id, TaskEnd.Done, command.By));
        Go(turn, way, command);
        return turn.Decision();
    }

    private static void Go(Turn turn, TriageWay way, CaseCommand.DecideTriage command)
    {
        switch (way)
        {
            case TriageWay.Draft:
                Drafting.Enter(turn);
                break;
            case TriageWay.Watch:
                Measuring.Enter(turn);
                break;
            case TriageWay.Close:
                Ending.Close(turn, CaseEnding.Nothing, command.By, command.Comment);
                break;
            default:
                Facts.Enter(turn);
                break;
        }
    }
}
