using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class HandingOver
{
    public static CaseDecision Decide(CaseCommand.HandOver command, CaseState.Open open)
    {
        var file = open.File;
        var refused =
            (
                command.By == command.From
                    ? Permission.Known(file, command.By)
                    : Permission.Director(file, command.By, "hand over other people's tasks")
            )
            ?? CheckPeople(file, command)
            ?? Permission.Length("reason", command.Reason, CaseLimits.Comment);
        if (refused is not null)
            return refused;
        if (command.From == command.To.Id)
            return CaseDecision.Nothing;
        if (command.Task is { } id)
        {
            if (CheckTask(file, id, command) is { } answer)
                return answer;
        }
        else if (IsDone(file, command))
        {
            return CaseDecision.Nothing;
        }

        var turn = new Turn(open, command.At);
        turn.Add(new CaseEvent.HandedOver(turn.At, command.By, command.From, command.To, command.Task, command.Reason));
        return turn.Decision();
    }

    /// <summary>Whether <paramref name="to"/> may take the place of <paramref name="from"/> in this task.</summary>
    public static bool MayReplace(CaseFile file, CaseTask task, PersonId from, PersonId to) =>
        task.IsOpen
        && task.People.Contains(from)
        && !task.People.Contains(to)
        && Asking.AuthorOf(file, task) != to
        && Asking.StageOf(file, task)?.Decisions.Any(d => d.By == from || d.By == to) != true;

    private static CaseDecision? CheckPeople(CaseFile file, CaseCommand.HandOver command)
    {
        if (file.PersonOf(command.From) is null)
            return CaseDecision.Refuse(
                CaseRefusal.UnknownPerson,
                $"Person '{command.From}' is not in the roster of case '{file.Id}'."
            );
        if (string.IsNullOrWhiteSpace(command.To.Id.Value) || string.IsNullOrWhiteSpace(command.To.Email))
            return CaseDecision.Refuse(
                CaseRefusal.UnknownPerson,
                "The person who takes over has no id or no mail address."
            );
        return command.To.Disabled || file.PersonOf(command.To.Id) is { Disabled: true }
            ? CaseDecision.Refuse(
                CaseRefusal.PersonDisabled,
                $"Person '{command.To.Id}' is disabled and cannot take over."
            )
            : null;
    }

    private static CaseDecision? CheckTask(CaseFile file, TaskId id, CaseCommand.HandOver command)
    {
        if (file.TaskOf(id) is not { } task)
            return CaseDecision.Refuse(CaseRefusal.UnknownTask, $"Case '{file.Id}' has no task '{id}'.");
        if (Executing.Ended(task) is { } ended)
            return ended;
        if (!task.People.Contains(command.From))
        {
            return task.People.Contains(command.To.Id)
                ? CaseDecision.Nothing
                : CaseDecision.Refuse(
                    CaseRefusal.NotAsked,
                    $"Person '{command.From}' was not assigned task '{id}' and cannot hand it over."
                );
        }

        if (task.People.Contains(command.To.Id))
            return CaseDecision.Refuse(
                CaseRefusal.AlreadyAsked,
                $"Person '{command.To.Id}' is already assigned task '{id}'."
            );
        if (Asking.AuthorOf(file, task) == command.To.Id)
            return CaseDecision.Refuse(
                CaseRefusal.AuthorMayNotApprove,
                $"Person '{command.To.Id}' wrote the version that task '{id}' is about and may not decide on it."
            );
        return MayReplace(file, task, command.From, command.To.Id)
            ? null
            : CaseDecision.Refuse(
                CaseRefusal.AlreadyDecided,
                $"Person '{command.From}' or '{command.To.Id}' has already decided in task '{id}'."
            );
    }

    /// <summary>
    /// Whether everything was handed over before: nothing open is left and nothing to come will reach them.
    /// </summary>
    private static bool IsDone(CaseFile file, CaseCommand.HandOver command) =>
        file.PersonOf(command.From) is { Disabled: true } from
        && file.PersonOf(command.To.Id) is { } to
        && from.Roles.All(to.Has)
        && !file.OpenTasks.Any(t => MayReplace(file, t, command.From, command.To.Id));
}
