using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Facts
{
    public static void Enter(Turn turn)
    {
        turn.Add(new CaseEvent.PhaseEntered(turn.At, CasePhase.Facts));
        foreach (var plan in turn.File.Playbook.Facts)
            Asking.Ask(turn, TaskKind.Fact, plan);
        GoOnWhenKnown(turn);
    }

    /// <summary>The draft begins as soon as no required fact is missing; optional ones may still come in.</summary>
    public static void GoOnWhenKnown(Turn turn)
    {
        if (
            turn.Phase is PhaseState.Facts
            && !turn.File.OpenTasks.Any(t => t is { Kind: TaskKind.Fact, Required: true })
        )
            Drafting.Enter(turn);
    }

    public static CaseDecision Decide(CaseCommand.RecordFact command, CaseState.Open open)
    {
        var file = open.File;
        if (file.Facts.Any(f => f.By == command.By && f.Task == command.Task && f.Text == command.Text))
            return CaseDecision.Nothing;
        var task = command.Task is { } id ? file.TaskOf(id) : null;
        if (command.Task is not null && task is not { Kind: TaskKind.Fact })
            return CaseDecision.Refuse(CaseRefusal.UnknownTask, $"Case '{file.Id}' has no fact task '{command.Task}'.");
        var refused =
            (task is null ? Permission.Known(file, command.By) : Permission.Asked(file, command.By, task))
            ?? Permission.Text("fact", command.Text, CaseLimits.Comment)
            ?? Executing.Ended(task);
        if (refused is not null)
            return refused;

        var turn = new Turn(open, command.At);
        turn.Add(new CaseEvent.FactRecorded(turn.At, command.By, command.Task, command.Text));
        if (task is not null)
            turn.Add(new CaseEvent.TaskEnded(turn.At, task.Id, TaskEnd.Done, command.By));
        GoOnWhenKnown(turn);
        return turn.Decision();
    }
}
