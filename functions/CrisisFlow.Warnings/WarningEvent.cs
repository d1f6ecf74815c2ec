using System.Text.Json.Serialization;

namespace CrisisFlow.Warnings;

/// <summary>
/// What happened to a topic's warnings. Discriminators and property names are a storage format: never renamed.
/// </summary>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "kind",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization
)]
[JsonDerivedType(typeof(Raised), "raised")]
[JsonDerivedType(typeof(Changed), "changed")]
[JsonDerivedType(typeof(Cleared), "cleared")]
[JsonDerivedType(typeof(HeldBack), "heldback")]
[JsonDerivedType(typeof(MailDue), "mail-due")]
[JsonDerivedType(typeof(SilenceBegan), "silence-began")]
[JsonDerivedType(typeof(SilenceEnded), "silence-ended")]
[JsonDerivedType(typeof(TopicRetired), "retired")]
[JsonDerivedType(typeof(TopicReturned), "returned")]
public abstract record WarningEvent(DateTimeOffset At)
{
    /// <summary>The level went up: from nothing, or from a lower level.</summary>
    /// <param name="Warning">Id of the warning: the same while one story lasts.</param>
    /// <param name="Mail">
    /// False when quiet hours hold the mail, and everything else that follows from it; a <see cref="MailDue"/> follows.
    /// </param>
    public sealed record Raised(
        DateTimeOffset At,
        string Warning,
        Level From,
        Level Level,
        double Index,
        WarningReason Reason,
        string Story,
        StoryKey Key,
        IReadOnlyList<Term> Terms,
        IReadOnlyList<WarningEvidence> Evidence,
        bool Mail
    ) : WarningEvent(At)
    {
        /// <summary>Whether its readers are mailed now; null in rows of older versions.</summary>
        public bool? Told { get; init; }

        /// <summary>Null unless few tell it again and again.</summary>
        public Flood? Flood { get; init; }
    }

    /// <summary>The level went down without clearing.</summary>
    public sealed record Changed(
        DateTimeOffset At,
        string Warning,
        Level From,
        Level Level,
        double Index,
        WarningReason Reason,
        string Story,
        IReadOnlyList<Term> Terms,
        IReadOnlyList<WarningEvidence> Evidence
    ) : WarningEvent(At)
    {
        /// <summary>What is held back of this warning; null when nothing is.</summary>
        public HeldNews? Held { get; init; }
    }

    /// <param name="Into">The warning that took the story in; null otherwise.</param>
    /// <param name="By">Who dismissed it or retired the topic; null when nobody did.</param>
    public sealed record Cleared(
        DateTimeOffset At,
        string Warning,
        Level From,
        double Index,
        WarningReason Reason,
        string Story,
        string? Into,
        string? By
    ) : WarningEvent(At)
    {
        /// <summary>Comment of the person who dismissed it.</summary>
        public string? Why { get; init; }

        /// <summary>What was held back of it and not said until now; null when nothing was.</summary>
        public HeldNews? Held { get; init; }

        /// <summary>Whether nobody was ever mailed about it.</summary>
        public bool Untold { get; init; }
    }

    /// <summary>
    /// A warning would have been raised, or a mail sent, but for the reason. Said once per story, level and reason.
    /// </summary>
    /// <param name="Until">When the hold ends by itself; null when that is not known.</param>
    public sealed record HeldBack(
        DateTimeOffset At,
        Level Level,
        double Index,
        WarningReason Reason,
        string Story,
        StoryKey Key,
        IReadOnlyList<Term> Terms,
        IReadOnlyList<WarningEvidence> Evidence,
        DateTimeOffset? Until
    ) : WarningEvent(At)
    {
        /// <summary>Null unless few tell it again and again.</summary>
        public Flood? Flood { get; init; }
    }

    /// <summary>
    /// A mail held back is due now, and everything else that follows from the warning: it is still active.
    /// </summary>
    /// <param name="Level">Its level now; what it was meanwhile is in <see cref="Held"/>.</param>
    public sealed record MailDue(
        DateTimeOffset At,
        string Warning,
        Level Level,
        double Index,
        WarningReason Reason,
        string Story
    ) : WarningEvent(At)
    {
        /// <summary>Null in rows of older versions, as are the four below.</summary>
        public HeldNews? Held { get; init; }

        /// <summary>Why the warning has its level.</summary>
        public WarningReason? Cause { get; init; }

        public StoryKey? Key { get; init; }

        public IReadOnlyList<Term>? Terms { get; init; }

        public IReadOnlyList<WarningEvidence>? Evidence { get; init; }

        /// <summary>Null unless few tell it again and again.</summary>
        public Flood? Flood { get; init; }
    }

    public sealed record SilenceBegan(DateTimeOffset At, string Id, string By, string Why, DateTimeOffset Until)
        : WarningEvent(At);

    /// <param name="By">Null when it ran out.</param>
    public sealed record SilenceEnded(DateTimeOffset At, string Id, string? By) : WarningEvent(At);

    public sealed record TopicRetired(DateTimeOffset At, string By) : WarningEvent(At);

    /// <summary>A topic that was retired is watched again.</summary>
    public sealed record TopicReturned(DateTimeOffset At) : WarningEvent(At);
}
