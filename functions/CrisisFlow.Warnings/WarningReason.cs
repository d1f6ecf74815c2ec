namespace CrisisFlow.Warnings;

/// <summary>
/// Why a warning was raised, changed, cleared or held back. The same word is stored, logged, counted and shown;
/// add at the end, never rename.
/// </summary>
public enum WarningReason
{
    /// <summary>Raised: a serious event of the topic on a hot list or in the news.</summary>
    GraveEvent,

    /// <summary>Raised: many negative mentions, more than this topic is used to.</summary>
    NegativeSurge,

    /// <summary>Raised: the risk index as a whole crossed the threshold to enter.</summary>
    IndexRose,

    /// <summary>Raised to blue: a surge without any sign of risk.</summary>
    VolumeSurge,

    /// <summary>Changed: the risk index fell below the level's threshold to leave.</summary>
    IndexFell,

    /// <summary>Cleared: the risk index fell below every threshold to leave.</summary>
    Calm,

    /// <summary>Cleared or held back: a bigger warning of the same topic takes the story in.</summary>
    BiggerWarning,

    /// <summary>Cleared or held back: a person judged the story to be nothing.</summary>
    Dismissed,

    /// <summary>Cleared: the topic is no longer monitored.</summary>
    Retired,

    /// <summary>Held back: fewer voices than the floor of samples.</summary>
    BelowFloor,

    /// <summary>Held back above blue: there is volume but no sign of risk.</summary>
    VolumeAlone,

    /// <summary>Held back: the same story was cleared or lowered less than a cool-down ago.</summary>
    CoolDown,

    /// <summary>Held back: a silence covers the topic.</summary>
    Silenced,

    /// <summary>Held back: it is quiet hours; mail and case wait for their end. Never for red.</summary>
    QuietHours,

    /// <summary>
    /// Mail sent after it was held back: the quiet hours or the silence ended and the warning is still active.
    /// </summary>
    HoldEnded,

    /// <summary>
    /// As many warnings of the topic are active as may be: the story was added to one of them, or made room for a
    /// graver one.
    /// </summary>
    Bundled,
}
