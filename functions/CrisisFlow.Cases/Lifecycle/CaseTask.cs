namespace CrisisFlow.Cases.Lifecycle;

/// <summary>Work for one of several people by a deadline; an open approval stage is one too.</summary>
/// <param name="Plan">Id of the task or stage in the playbook.</param>
/// <param name="People">The assignees, including hand-overs and escalations: any of them may answer.</param>
/// <param name="Required">One that is not required lapses at its deadline.</param>
/// <param name="State">Its state.</param>
public sealed record CaseTask(
    TaskId Id,
    TaskKind Kind,
    string Plan,
    LocalText Title,
    LocalText Instructions,
    IReadOnlyList<PersonId> People,
    bool Required,
    DateTimeOffset AssignedAt,
    DateTimeOffset Due,
    TaskState State
)
{
    public bool IsOpen => State is TaskState.Asked or TaskState.Reminded or TaskState.Escalated or TaskState.Exhausted;

    /// <summary>When somebody was reminded; null = never.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Each asking after the deadline, in order.</summary>
    public IReadOnlyList<Escalation> Escalations { get; init; } = [];

    /// <summary>The next time something happens if nobody answers; null when it has ended.</summary>
    public DateTimeOffset? NextAt =>
        State switch
        {
            TaskState.Asked asked => asked.RemindAt,
            TaskState.Reminded => Due,
            TaskState.Escalated escalated => escalated.Next,
            TaskState.Exhausted exhausted => exhausted.GiveUpAt,
            _ => null,
        };
}

/// <summary>State of a task.</summary>
public abstract record TaskState
{
    private TaskState() { }

    /// <summary>The reminder is to come.</summary>
    public sealed record Asked(DateTimeOffset RemindAt) : TaskState;

    /// <summary>The deadline is to come.</summary>
    public sealed record Reminded : TaskState;

    /// <summary>The deadline passed; the next asking is to come.</summary>
    /// <param name="Step">How many askings after the deadline so far.</param>
    public sealed record Escalated(int Step, DateTimeOffset Next) : TaskState;

    /// <summary>Everyone was asked as often as the playbook allows.</summary>
    /// <param name="GiveUpAt">When the case is stopped; null when nothing more comes by itself.</param>
    public sealed record Exhausted(ExhaustedOutcome Outcome, DateTimeOffset? GiveUpAt) : TaskState;

    /// <param name="By">Null when nobody did it: lapsed or dropped.</param>
    public sealed record Ended(DateTimeOffset At, TaskEnd End, PersonId? By, string Comment) : TaskState;
}

/// <param name="Step">1, 2, 3 …</param>
/// <param name="To">The people it was escalated to.</param>
/// <param name="Silent">Who had not answered.</param>
public sealed record Escalation(
    DateTimeOffset At,
    int Step,
    IReadOnlyList<PersonId> To,
    IReadOnlyList<PersonId> Silent
);
