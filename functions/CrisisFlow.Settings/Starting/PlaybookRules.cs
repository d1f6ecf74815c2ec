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
    }
}
