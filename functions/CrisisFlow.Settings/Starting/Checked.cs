using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Settings.Starting;

/// <summary>Settings and playbooks together, with everything that is wrong with either.</summary>
public sealed record Checked(
    CrisisFlowSettings Settings,
    IReadOnlyList<Playbook> Playbooks,
    IReadOnlyList<SettingsProblem> Problems
)
{
    /// <summary>Whether a host may start: notes do not keep it from that.</summary>
    public bool MayStart => Errors.Count == 0;

    public IReadOnlyList<SettingsProblem> Errors => [.. Problems.Where(problem => problem.Kind == ProblemKind.Error)];

    public IReadOnlyList<SettingsProblem> Notes => [.. Problems.Where(problem => problem.Kind == ProblemKind.Note)];
}
