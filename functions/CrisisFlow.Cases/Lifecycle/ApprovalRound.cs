namespace CrisisFlow.Cases.Lifecycle;

/// <summary>One way of one version through the approval stages.</summary>
/// <param name="Number">1, 2, 3 … within the case.</param>
/// <param name="Hash">Of the version; every approval names it.</param>
/// <param name="Stages">Those opened so far, in order; the last one is the current one while the round is open.</param>
/// <param name="Closed">Null while it is open.</param>
public sealed record ApprovalRound(
    int Number,
    int Version,
    string Hash,
    DateTimeOffset OpenedAt,
    IReadOnlyList<ApprovalStage> Stages,
    RoundClosing? Closed
)
{
    public bool IsOpen => Closed is null;

    /// <summary>Everything decided in this round, in order.</summary>
    public IEnumerable<StageDecision> Decisions => Stages.SelectMany(s => s.Decisions);
}

/// <param name="Index">Position in the playbook's stages, from 0.</param>
/// <param name="Task">The task that carries its people, reminder, deadline and escalations.</param>
/// <param name="Needed">Approvals by distinct people.</param>
public sealed record ApprovalStage(
    int Index,
    string Id,
    LocalText Title,
    TaskId Task,
    int Needed,
    DateTimeOffset OpenedAt,
    IReadOnlyList<StageDecision> Decisions
)
{
    public int Approvals => Decisions.Count(d => d.IsApproval);

    public bool IsPassed => Approvals >= Needed;
}

/// <summary>Who decided what and when.</summary>
public sealed record StageDecision(PersonId By, DateTimeOffset At, bool IsApproval, string Comment);

public sealed record RoundClosing(DateTimeOffset At, RoundOutcome Outcome);
