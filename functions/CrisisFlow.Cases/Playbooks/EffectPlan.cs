namespace CrisisFlow.Cases.Playbooks;

/// <summary>When the effect of what was published is measured, and what counts as calm.</summary>
public sealed record EffectPlan
{
    /// <summary>
    /// After the phase began, ascending; 1 to 12; each 5 minutes to 30 days. Not multiplied by the level's factor.
    /// </summary>
    public IReadOnlyList<TimeSpan> MeasureAt { get; init; } =
    [TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(24)];

    /// <summary>Length of the windows compared, before and after; 10 minutes to 7 days.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Calm when the risk index is at most this, 0 to 100.</summary>
    public double CalmIndex { get; init; } = 35;

    /// <summary>
    /// A measurement that is worse than expected asks a person whether the case goes back. With at least this index the
    /// question is escalated until somebody answers; below, it lapses, 0 to 100; above <see cref="CalmIndex"/>.
    /// </summary>
    public double FlareIndex { get; init; } = 70;

    /// <summary>With fewer mentions before and after, no verdict is given; 1 to 10,000.</summary>
    public int Floor { get; init; } = 20;

    /// <summary>Smallest relative change of negative mentions per hour that counts, 0.01 to 1.</summary>
    public double SmallestChange { get; init; } = 0.2;

    /// <summary>
    /// How often the last measurement is repeated, at the distance of the last two, while it is not calm; 0 to 20.
    /// </summary>
    public int Repeat { get; init; } = 3;

    /// <summary>Where a flare-up leads: back to triage, or to the next draft.</summary>
    public FlareUpTo FlareUpTo { get; init; } = FlareUpTo.Draft;
}

public enum FlareUpTo
{
    Triage,
    Draft,
}
