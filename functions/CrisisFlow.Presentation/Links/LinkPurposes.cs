using CrisisFlow.Cases;

namespace CrisisFlow.Presentation.Links;

/// <summary>Which purpose a task's link has.</summary>
public static class LinkPurposes
{
    public static LinkPurpose Of(TaskKind kind) =>
        kind switch
        {
            TaskKind.Triage => LinkPurpose.Triage,
            TaskKind.Fact => LinkPurpose.Fact,
            TaskKind.Draft => LinkPurpose.Draft,
            TaskKind.Approval => LinkPurpose.Approval,
            TaskKind.Execution => LinkPurpose.Execution,
            TaskKind.Setback => LinkPurpose.Setback,
            _ => LinkPurpose.Review,
        };
}
