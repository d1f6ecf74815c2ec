using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// Opens approval stages one after another until one has to wait for somebody, or the version is approved.
/// </summary>
internal static class ApprovalStages
{
    public static void OpenFrom(Turn turn, int index)
    {
        var plans = turn.File.Playbook.Approval.Stages;
        for (; index < plans.Count; index++)
        {
            if (Open(turn, plans[index], index))
                return;
        }

        var round = turn.File.Rounds[^1];
        turn.Add(new CaseEvent.RoundClosed(turn.At, round.Number, RoundOutcome.Approved));
        turn.Add(new CaseEvent.StatementApproved(turn.At, round.Version, round.Hash, round.Number));
        Executing.Enter(turn);
    }

    /// <summary>
    /// One who approved this version in an earlier stage is not asked twice: that approval counts here too.
    /// </summary>
    /// <returns>True when the stage waits for somebody.</returns>
    private static bool Open(Turn turn, StagePlan plan, int index)
    {
        var round = turn.File.Rounds[^1];
        var task = new TaskId($"approve-{round.Number}-{plan.Id}");
        var people = Whom(turn.File, plan, turn.File.VersionOf(round.Version)?.Author);
        var needed = plan.Quorum.Of(people.Count);
        turn.Add(new CaseEvent.StageOpened(turn.At, round.Number, index, task, people, needed));
        var before = round
            .Decisions.Where(d => d.IsApproval && people.Contains(d.By))
            .Select(d => d.By)
            .Distinct()
            .Take(needed)
            .ToList();
        foreach (var person in before)
            turn.Add(new CaseEvent.Approved(turn.At, person, round.Number, index, round.Hash, ""));
        if (before.Count >= needed)
            return false;

        var ask = new TaskPlan(
            plan.Id,
            plan.Title,
            LocalText.Empty,
            plan.Roles.Count > 0 ? plan.Roles[0] : "",
            plan.Due
        );
        Asking.Ask(turn, task, TaskKind.Approval, ask, [.. people.Where(p => !before.Contains(p))]);
        return true;
    }

    /// <summary>
    /// Holders of the stage's roles but not the author; filled up from the escalation chain, then from administrators,
    /// while too few for the quorum. The author only when nobody else is left.
    /// </summary>
    private static List<PersonId> Whom(CaseFile file, StagePlan plan, PersonId? author)
    {
        var people = Asking.Holders(file, plan.Roles).Where(p => p != author).ToList();
        var least = plan.Quorum is Quorum.AtLeast(var count) ? Math.Max(1, count) : 1;
        foreach (var role in file.Playbook.FillingUp())
        {
            if (people.Count >= least)
                break;
            people.AddRange(Asking.Holders(file, role).Where(p => p != author && !people.Contains(p)));
        }

        if (people.Count == 0)
            people.AddRange(file.Roster.Where(p => p is { Disabled: false } && p.Id == author).Select(p => p.Id));
        if (people.Count == 0)
            people.AddRange(Asking.Whom(file, plan.Roles.Count > 0 ? plan.Roles[0] : ""));
        return people;
    }
}
