namespace CrisisFlow.Core.Warnings;

/// <summary>Why a command was not allowed.</summary>
public enum WarningRefusal
{
    TopicRetired,
    UnknownWarning,
    UnknownSilence,
    SilenceEndsInThePast,
    /// <summary>Longer than 366 days.</summary>
    SilenceTooLong,
    AuthorMissing,
    ReasonMissing,
}

/// <summary>What came of a command: events (none when it was done already), or a refusal.</summary>
public abstract record WarningDecision
{
    public sealed record Accepted(IReadOnlyList<WarningEvent> Events) : WarningDecision;

    public sealed record Refused(WarningRefusal Reason) : WarningDecision;
}
