using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Warnings;

/// <summary>A warning as pages and mails show it.</summary>
/// <param name="Level">Its level now; <see cref="Level.None"/> when it was cleared.</param>
/// <param name="Highest">The highest level it had.</param>
/// <param name="Index">0 to 100, the sum of <paramref name="Terms"/>.</param>
/// <param name="Reasons">Why, oldest first.</param>
/// <param name="Cleared">When it was cleared; null while it is active.</param>
public sealed record WarningView(
    string Id,
    TopicId Topic,
    Level Level,
    Level Highest,
    double Index,
    string Story,
    DateTimeOffset Since,
    DateTimeOffset Changed,
    DateTimeOffset? Cleared,
    IReadOnlyList<WarningReason> Reasons,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<WarningEvidence> Evidence
)
{
    /// <summary>As it was raised last; null unless few tell it again and again.</summary>
    public Flood? Flood { get; init; }

    /// <summary>Who dismissed it; null when nobody did.</summary>
    public string? DismissedBy { get; init; }

    /// <summary>What the person who dismissed it said.</summary>
    public string? DismissedWhy { get; init; }
}
