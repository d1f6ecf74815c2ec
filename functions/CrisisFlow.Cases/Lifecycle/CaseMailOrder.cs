namespace CrisisFlow.Cases.Lifecycle;

/// <summary>One mail to write for a case.</summary>
/// <param name="State">The case when the mail is written.</param>
/// <param name="Cause">The event that caused the mail.</param>
/// <param name="To">As the roster holds this person now.</param>
public sealed record CaseMailOrder(
    CaseState State,
    CaseFile File,
    NumberedEvent Cause,
    CaseAction.SendMail Action,
    Person To,
    DateTimeOffset Now
)
{
    /// <summary>What else the same mail covers, each as a separate mail would be ordered.</summary>
    public IReadOnlyList<CaseMailOrder> Also { get; init; } = [];
}
