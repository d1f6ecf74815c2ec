namespace CrisisFlow.Azure.Orchestrations;

/// <summary>
/// What a case's orchestration is started and continued with. A storage format: running cases carry it across
/// deployments, so properties are only ever added, with defaults.
/// </summary>
/// <param name="CaseId">Also the instance id.</param>
public sealed record CaseRun(string CaseId)
{
    /// <summary>
    /// 2: announcements run beside the loop; a run of version 1 goes on waiting for each, as its history says.
    /// </summary>
    public const int Current = 2;

    /// <summary>Of this shape. Raised when the orchestrator does something else than before.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Length of the journal when the history was cut last; 0 at the start.</summary>
    public long Events { get; init; }

    /// <summary>Effects that failed for now, and when to try each again.</summary>
    public SortedDictionary<string, DateTimeOffset> Retries { get; init; } = new(StringComparer.Ordinal);
}

/// <summary>Input of the activity that advances a case.</summary>
public sealed record CaseTurn(string CaseId, DateTimeOffset Now);

/// <summary>Where the case stands after it was advanced.</summary>
/// <param name="Events">Length of the journal.</param>
/// <param name="Phase">Null before it was opened and after it ended.</param>
/// <param name="NextDeadline">Null when only people or receipts move it on.</param>
/// <param name="Effects">Ids of effects to perform, in order.</param>
public sealed record CaseStand(
    long Events,
    string? Phase,
    DateTimeOffset? NextDeadline,
    IReadOnlyList<string> Effects,
    bool Ended
);

/// <summary>
/// The orchestration's custom status: numbers alone, since the Durable extension fails a run whose status is longer
/// than 16 KB.
/// </summary>
/// <param name="Pending">Effects that wait to be performed.</param>
public sealed record CaseStatus(long Events, string? Phase, DateTimeOffset? NextDeadline, int Pending, bool Ended)
{
    public static CaseStatus Of(CaseStand stand) =>
        new(stand.Events, stand.Phase, stand.NextDeadline, stand.Effects.Count, stand.Ended);
}

/// <summary>Input of the activity that performs one effect.</summary>
public sealed record ActionTurn(string CaseId, string EffectId, DateTimeOffset Now);

/// <param name="RetryAt">Null when the effect is done, or failed for good and that was recorded as an event.</param>
public sealed record PerformedAction(DateTimeOffset? RetryAt);
