using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CrisisFlow.Warnings;

/// <summary>State of a topic's warnings. Discriminators are a storage format: never renamed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Watching), "watching")]
[JsonDerivedType(typeof(Retired), "retired")]
public abstract record WarningState
{
    /// <summary>The topic is watched. Lists are in the order in which they came to be.</summary>
    public sealed record Watching(
        ImmutableArray<OpenWarning> Open,
        ImmutableArray<PastStory> Past,
        ImmutableArray<Silence> Silences,
        ImmutableArray<Hold> Holds,
        int Count
    ) : WarningState;

    /// <summary>The topic is no longer monitored; nothing changes until it is monitored again.</summary>
    /// <param name="Count">Warnings so far: an id stands for one warning for ever, since cases are named by it.</param>
    public sealed record Retired(DateTimeOffset At, string By, int Count = 0) : WarningState;
}

/// <summary>An active warning.</summary>
/// <param name="Since">When it was raised first.</param>
/// <param name="LevelSince">When it reached or left for the present level.</param>
/// <param name="Key">Grows with the titles of its story.</param>
/// <param name="MailHeld">Whether a mail waits for the end of the quiet hours.</param>
public sealed record OpenWarning(
    string Id,
    Level Level,
    double Index,
    string Story,
    StoryKey Key,
    DateTimeOffset Since,
    DateTimeOffset LevelSince,
    bool MailHeld,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<WarningEvidence> Evidence,
    WarningReason Reason
)
{
    /// <summary>
    /// What waits with the mail; null when nothing does, and in rows of older versions.
    /// </summary>
    public HeldNews? Held { get; init; }

    /// <summary>Whether nobody was mailed about it yet.</summary>
    public bool Untold { get; init; }

    /// <summary>As it was raised last; null unless few tell it again and again.</summary>
    public Flood? Flood { get; init; }
}

/// <summary>A story that was cleared, dismissed or lowered: remembered for the cool-down.</summary>
/// <param name="Level">The highest level it had.</param>
public sealed record PastStory(StoryKey Key, Level Level, DateTimeOffset At, bool Dismissed);

public sealed record Silence(string Id, string By, string Why, DateTimeOffset From, DateTimeOffset Until);

/// <summary>Something held back and reported, so that it is not reported again every minute.</summary>
public sealed record Hold(StoryKey Key, Level Level, WarningReason Reason, DateTimeOffset At)
{
    /// <summary>Whether it was said that few tell it again and again.</summary>
    public bool IsFlood { get; init; }
}
