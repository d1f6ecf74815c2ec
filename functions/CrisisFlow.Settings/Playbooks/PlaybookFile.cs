namespace CrisisFlow.Settings.Playbooks;

/// <summary>A role that a playbook assigns tasks to.</summary>
/// <param name="Place">File, line and column.</param>
/// <param name="Field">triage.task.role</param>
public sealed record AskedRole(string Name, string Place, string Field);

/// <summary>What is gathered while a playbook's file is read.</summary>
internal sealed class PlaybookFile
{
    public List<SettingsProblem> Problems { get; } = [];

    public List<AskedRole> Roles { get; } = [];
}
