namespace CrisisFlow.Cases.Playbooks;

/// <summary>
/// A pre-approved statement that says only that the matter is known and being looked into. The one thing published
/// without an approval in the case.
/// </summary>
public sealed record HoldingPlan
{
    /// <summary>Off by default.</summary>
    public bool Enabled { get; init; }

    /// <summary>Who approved it in advance; without it nothing is published.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When; without it nothing is published.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>Published word for word as approved: no placeholders. At most one per channel and language.</summary>
    public IReadOnlyList<StatementText> Texts { get; init; } = [];

    /// <summary>
    /// Released by itself this long after triage found it true or malicious when no statement is approved yet, before
    /// the level's factor; null = only by a person or at the end of the escalation chain.
    /// </summary>
    public TimeSpan? After { get; init; }

    /// <summary>Switched on, approved, not empty and without placeholders.</summary>
    public bool Usable =>
        Enabled
        && !string.IsNullOrWhiteSpace(ApprovedBy)
        && ApprovedOn is not null
        && Texts.Count > 0
        && Texts.All(t => Placeholders.FirstLeft(t.Title) is null && Placeholders.FirstLeft(t.Body) is null);
}
