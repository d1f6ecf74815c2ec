using CrisisFlow.Warnings;

namespace CrisisFlow.Cases.Playbooks;

/// <summary>
/// What happens in a case, phase by phase. Resolved into the case when it is opened: later changes alter later cases
/// only.
/// </summary>
public sealed record Playbook
{
    /// <summary>1 to 64 characters a-z, 0-9 and '-'.</summary>
    public required string Id { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>Which cases it serves; everything by default.</summary>
    public PlaybookMatch Match { get; init; } = new();

    public required TriagePlan Triage { get; init; }

    /// <summary>Empty = straight to the draft.</summary>
    public IReadOnlyList<TaskPlan> Facts { get; init; } = [];

    public required TaskPlan Draft { get; init; }

    /// <summary>At most one per channel and language.</summary>
    public IReadOnlyList<StatementTemplate> Statements { get; init; } = [];

    public required ApprovalPlan Approval { get; init; }

    public required ExecutionPlan Execution { get; init; }

    public EffectPlan Effect { get; init; } = new();

    public required TaskPlan Review { get; init; }

    public HoldingPlan Holding { get; init; } = new();

    public EscalationPlan Escalation { get; init; } = new();

    /// <summary>Share of a deadline after which a reminder goes out; above 0 and below 1.</summary>
    public double ReminderAt { get; init; } = 0.5;

    public DeadlineFactors Factors { get; init; } = new();

    /// <summary>Roles that a stage is filled up from, in order, while it has too few people for its quorum.</summary>
    public IEnumerable<string> FillingUp() => Escalation.Steps.Select(step => step.Role).Append(Role.Administrator);

    /// <summary>
    /// Roles that may stop, re-grade, hand over, release the holding statement and decide a triage they were not asked
    /// for.
    /// </summary>
    public IReadOnlyList<string> Directors { get; init; } = [Role.Communications, Role.Leadership, Role.Administrator];
}

/// <summary>A task for a person.</summary>
/// <param name="Id">1 to 32 characters a-z, 0-9 and '-', unique within its phase.</param>
/// <param name="Role">Everyone with this role is asked; the first answer counts.</param>
/// <param name="Due">From assignment, before the level's factor; 1 minute to 30 days.</param>
/// <param name="Required">A task that is not required lapses at its deadline and is never escalated.</param>
public sealed record TaskPlan(
    string Id,
    LocalText Title,
    LocalText Instructions,
    string Role,
    TimeSpan Due,
    bool Required = true
);

/// <summary>What triage's verdicts lead to.</summary>
public enum TriageWay
{
    /// <summary>Collect the facts, then draft.</summary>
    Facts,

    /// <summary>Draft at once.</summary>
    Draft,

    /// <summary>Say nothing, measure, then review.</summary>
    Watch,

    /// <summary>Close the case.</summary>
    Close,
}

/// <summary>The triage task and where each verdict leads.</summary>
public sealed record TriagePlan(TaskPlan Task)
{
    public TriageWay Confirmed { get; init; } = TriageWay.Facts;

    public TriageWay Misunderstanding { get; init; } = TriageWay.Watch;

    public TriageWay Malicious { get; init; } = TriageWay.Facts;

    public TriageWay Nothing { get; init; } = TriageWay.Close;

    public TriageWay WayOf(TriageVerdict verdict) =>
        verdict switch
        {
            TriageVerdict.Confirmed => Confirmed,
            TriageVerdict.Misunderstanding => Misunderstanding,
            TriageVerdict.Malicious => Malicious,
            _ => Nothing,
        };
}

/// <summary>A statement to start from. Placeholders are written {{name}}; see <see cref="Placeholders"/>.</summary>
public sealed record StatementTemplate(string Channel, Language Language, string Title, string Body);

/// <summary>What is done besides publishing once a statement is approved.</summary>
/// <param name="Channels">Where the approved texts go. A text for another channel is refused.</param>
/// <param name="Tasks">Asked together when the statement is approved.</param>
/// <param name="Due">For publishing by hand when a channel failed for good, before the level's factor.</param>
public sealed record ExecutionPlan(IReadOnlyList<string> Channels, IReadOnlyList<TaskPlan> Tasks, TimeSpan Due);

/// <summary>Factor on every deadline by level: 0.1 to 10.</summary>
public sealed record DeadlineFactors(double Blue = 2, double Yellow = 1.5, double Orange = 1, double Red = 0.5)
{
    public double Of(Level level) =>
        level switch
        {
            Level.Red => Red,
            Level.Orange => Orange,
            Level.Yellow => Yellow,
            _ => Blue,
        };
}
