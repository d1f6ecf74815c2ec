using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Executing
{
    public static void Enter(Turn turn)
    {
        turn.Add(new CaseEvent.PhaseEntered(turn.At, CasePhase.Execution));
        Asking.Drop(turn, t => t.Kind is TaskKind.Fact or TaskKind.Draft);
        if (turn.File.ApprovedVersion is { } number && turn.File.VersionOf(number) is { } version)
            Publishing.Request(turn, version);
        foreach (var plan in turn.File.Playbook.Execution.Tasks)
            Asking.Ask(turn, TaskKind.Execution, plan);
        GoOnWhenDone(turn);
    }

    /// <summary>The effect is measured once every channel has answered and no required task is open.</summary>
    public static void GoOnWhenDone(Turn turn)
    {
        if (
            turn.Phase is PhaseState.Execution execution
            && !turn.File.Publications.Any(p => p.Version == execution.Version && p.State is PublicationState.Waiting)
            && !turn.File.OpenTasks.Any(t => t is { Kind: TaskKind.Execution, Required: true })
        )
        {
            Measuring.Enter(turn);
        }
    }

    public static CaseDecision Decide(CaseCommand.CompleteTask command, CaseState.Open open)
    {
        var file = open.File;
        if (file.TaskOf(command.Task) is not { Kind: TaskKind.Execution } task)
            return CaseDecision.Refuse(
                CaseRefusal.UnknownTask,
                $"Case '{file.Id}' has no execution task '{command.Task}'; tasks of other kinds end by deciding, "
                    + "recording, drafting or reviewing."
            );
        if (task.State is TaskState.Ended { End: TaskEnd.Done } ended && ended.By == command.By)
            return CaseDecision.Nothing;
        var refused =
            Permission.Asked(file, command.By, task)
            ?? Permission.Length("comment", command.Comment, CaseLimits.Comment)
            ?? Ended(task);
        if (refused is not null)
            return refused;
        var turn = new Turn(open, command.At);
        turn.Add(new CaseEvent.TaskEnded(turn.At, task.Id, TaskEnd.Done, command.By, command.Comment));
        GoOnWhenDone(turn);
        return turn.Decision();
    }

    /// <summary>The refusal for a task that has ended; null while it is open.</summary>
    public static CaseDecision? Ended(CaseTask? task) =>
        task?.State is TaskState.Ended ended
            ? CaseDecision.Refuse(
                CaseRefusal.TaskEnded,
                ended.By is { } by
                    ? $"Task '{task.Id}' was done by '{by}' at {ended.At:yyyy-MM-dd HH:mm} UTC."
                    : $"Task '{task.Id}' was {(ended.End == TaskEnd.Lapsed ? "left to lapse" : "dropped")} at "
                        + $"{ended.At:yyyy-MM-dd HH:mm} UTC."
            )
            : null;
}
