using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>Choosing assignees and assigning tasks.</summary>
internal static class Asking
{
    /// <summary>
    /// Holders of any of the roles; for a disabled one the deputy. In the roster's order, each once; may be empty.
    /// </summary>
    public static IReadOnlyList<PersonId> Holders(CaseFile file, params IEnumerable<string> roles)
    {
        var wanted = roles.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. file
                .Roster.Where(p => p.Roles.Any(wanted.Contains))
                .Select(p => p.Disabled ? EnabledDeputy(file, p) : p)
                .OfType<Person>()
                .Select(p => p.Id)
                .Distinct(),
        ];
    }

    /// <summary>
    /// Holders of the role; when there is none the first step of the escalation chain that has some, then
    /// administrators, then everybody. Not empty.
    /// </summary>
    public static IReadOnlyList<PersonId> Whom(CaseFile file, string role)
    {
        foreach (
            var candidate in file.Playbook.Escalation.Steps.Select(s => s.Role).Prepend(role).Append(Role.Administrator)
        )
        {
            if (Holders(file, candidate) is { Count: > 0 } people)
                return people;
        }

        return [.. file.Roster.Where(p => !p.Disabled).Select(p => p.Id)];
    }

    public static Person? EnabledDeputy(CaseFile file, Person person) =>
        person.Deputy is { } id && file.PersonOf(id) is { Disabled: false } deputy ? deputy : null;

    /// <summary>Assigned, and has not answered.</summary>
    public static IReadOnlyList<PersonId> Silent(CaseFile file, CaseTask task)
    {
        var decided = StageOf(file, task)?.Decisions.Select(d => d.By).ToHashSet() ?? [];
        return [.. task.People.Where(p => !decided.Contains(p))];
    }

    public static ApprovalStage? StageOf(CaseFile file, CaseTask task) =>
        task.Kind == TaskKind.Approval
            ? file.Rounds.SelectMany(r => r.Stages).FirstOrDefault(s => s.Task == task.Id)
            : null;

    /// <summary>The author of the version an approval task is about; null for other tasks.</summary>
    public static PersonId? AuthorOf(CaseFile file, CaseTask task) =>
        task.Kind == TaskKind.Approval
        && file.Rounds.FirstOrDefault(r => r.Stages.Any(s => s.Task == task.Id)) is { } round
            ? file.VersionOf(round.Version)?.Author
            : null;

    public static void Ask(Turn turn, TaskKind kind, TaskPlan plan) =>
        Ask(turn, kind, plan, Whom(turn.File, plan.Role));

    public static void Ask(Turn turn, TaskKind kind, TaskPlan plan, IReadOnlyList<PersonId> people)
    {
        var again = 1 + turn.File.Tasks.Count(t => t.Kind == kind && t.Plan == plan.Id);
        var name = kind switch
        {
            TaskKind.Fact => $"fact-{plan.Id}",
            TaskKind.Execution => $"do-{plan.Id}",
            TaskKind.Triage => "triage",
            TaskKind.Draft => "draft",
            TaskKind.Setback => Setbacks.Task,
            _ => "review",
        };
        Ask(turn, new TaskId($"{name}-{again}"), kind, plan, people);
    }

    public static void Ask(Turn turn, TaskId id, TaskKind kind, TaskPlan plan, IReadOnlyList<PersonId> people)
    {
        var due = Deadlines.After(turn, plan.Due);
        var remind = Deadlines.Reminder(turn.File.Playbook, turn.At, due);
        turn.Add(
            new CaseEvent.TaskAssigned(
                turn.At,
                id,
                kind,
                plan.Id,
                plan.Title,
                plan.Instructions,
                people,
                plan.Required,
                remind,
                due
            )
        );
    }

    public static void Drop(Turn turn, Func<CaseTask, bool> which)
    {
        foreach (var task in turn.File.OpenTasks.Where(which).ToList())
            turn.Add(new CaseEvent.TaskEnded(turn.At, task.Id, TaskEnd.Dropped, null));
    }
}
