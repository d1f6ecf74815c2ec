namespace CrisisFlow.Cases.Lifecycle;

/// <summary>A case, folded from its events.</summary>
public abstract record CaseState
{
    private CaseState() { }

    /// <summary>Before it was opened.</summary>
    public sealed record None : CaseState;

    public sealed record Open(CaseFile File, PhaseState Phase) : CaseState;

    /// <param name="Ended">How it ended.</param>
    public sealed record Closed(CaseFile File, CaseEnd Ended) : CaseState;

    /// <summary>The file of a case that was opened; null before.</summary>
    public CaseFile? FileOrNull =>
        this switch
        {
            Open open => open.File,
            Closed closed => closed.File,
            _ => null,
        };
}

/// <param name="By">Null when nobody answered.</param>
public sealed record CaseEnd(CaseEnding Ending, DateTimeOffset At, PersonId? By, string Reason);

/// <summary>What only one phase knows.</summary>
public abstract record PhaseState(DateTimeOffset Since)
{
    public sealed record Triage(DateTimeOffset Since) : PhaseState(Since);

    public sealed record Facts(DateTimeOffset Since) : PhaseState(Since);

    public sealed record Draft(DateTimeOffset Since) : PhaseState(Since);

    /// <param name="Round">The open round.</param>
    public sealed record Approval(DateTimeOffset Since, int Round) : PhaseState(Since);

    /// <param name="Version">The approved version going out.</param>
    public sealed record Execution(DateTimeOffset Since, int Version) : PhaseState(Since);

    /// <param name="Version">What was published; null when the case is watched without a statement.</param>
    /// <param name="Asked">Measurements requested in this phase.</param>
    /// <param name="Next">When the next measurement is due; null while one is waiting for its answer.</param>
    public sealed record Effect(DateTimeOffset Since, int? Version, int Asked, DateTimeOffset? Next)
        : PhaseState(Since);

    public sealed record Review(DateTimeOffset Since) : PhaseState(Since);

    public CasePhase Name =>
        this switch
        {
            Triage => CasePhase.Triage,
            Facts => CasePhase.Facts,
            Draft => CasePhase.Draft,
            Approval => CasePhase.Approval,
            Execution => CasePhase.Execution,
            Effect => CasePhase.Effect,
            _ => CasePhase.Review,
        };
}
