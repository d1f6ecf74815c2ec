namespace CrisisFlow.Warnings;

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

    /// <summary>It was judged at a lower level than it has now.</summary>
    RoseMeanwhile,
}
