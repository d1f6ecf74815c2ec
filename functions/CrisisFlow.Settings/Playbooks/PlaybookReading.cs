using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>A playbook as it was read. A playbook is given only when nothing is wrong with it.</summary>
/// <param name="Problems">Everything that is wrong, with lines and columns.</param>
/// <param name="Roles">Roles that its tasks, stages and escalation ask.</param>
public sealed record PlaybookReading(
    Playbook? Playbook,
    IReadOnlyList<SettingsProblem> Problems,
    IReadOnlyList<AskedRole> Roles
);
