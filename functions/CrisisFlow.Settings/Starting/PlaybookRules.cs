using CrisisFlow.Cases;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Settings.Playbooks;

namespace CrisisFlow.Settings.Starting;

internal static class PlaybookRules
{
    public static void Check(PlaybookSet playbooks, CrisisFlowSettings settings, Findings findings)
    {
        foreach (var problem in playbooks.Problems)
            if (problem.Setting == PlaybookSet.FolderSetting)
                findings.Add(problem.Setting, problem.Message);
            else
                findings.Add(problem, PlaybookSet.FolderSetting);
        // Such a task goes to the escalation chain and to administrators, which is not what anybody meant.
        var held = Roster
            .Of(settings)
            .Where(p => !p.Disabled)
            .SelectMany(p => p.Roles)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var role in playbooks.Roles.Where(role => !held.Contains(role.Name)))
            findings.Add(
                new SettingsProblem(
                    role.Place,
                    role.Field,
                    $"It asks the role '{role.Name}', but no enabled person has it."
                ),
                "people"
            );
        foreach (var playbook in playbooks.Playbooks)
            Reachable(playbook, [.. Roster.Of(settings).Where(p => !p.Disabled)], findings);
    }

    /// <summary>A stage that needs more approvals than there are people would never be what it says.</summary>
    private static void Reachable(Playbook playbook, List<Person> people, Findings findings)
    {
        for (var i = 0; i < playbook.Approval.Stages.Count; i++)
        {
            var stage = playbook.Approval.Stages[i];
            var askable = people.Count(person => stage.Roles.Concat(playbook.FillingUp()).Any(person.Has));
            if (stage.Quorum is Quorum.AtLeast(var needed) && askable < needed)
                findings.Add(
                    new SettingsProblem(
                        $"playbook '{playbook.Id}'",
                        $"approval.stages[{i}]",
                        $"Stage '{stage.Id}' needs {needed} approvals, but only {askable} enabled people can be asked."
                    ),
                    "people"
                );
        }
    }
}
