namespace CrisisFlow.Cases.Lifecycle;

/// <summary>Public opinion in one window.</summary>
/// <param name="Volume">Mentions, 0 or more.</param>
/// <param name="Negative">Negative mentions, 0 to <paramref name="Volume"/>.</param>
/// <param name="Index">Risk index at the end of the window, 0 to 100.</param>
public sealed record EffectReading(DateTimeOffset From, DateTimeOffset To, long Volume, long Negative, double Index)
{
    /// <summary>Whether sources could not be read in it: what it lacks may have been said all the same.</summary>
    public bool Unread { get; init; }

    /// <summary>0 to 1; 0 when there were no mentions.</summary>
    public double NegativeShare => Volume == 0 ? 0 : (double)Negative / Volume;

    public double NegativePerHour => To <= From ? 0 : Negative / (To - From).TotalHours;
}

/// <summary>Public opinion before and after a publication.</summary>
public sealed record EffectReadings(EffectReading Before, EffectReading After)
{
    public EffectCourse Course { get; init; } = EffectCourse.Unknown;
}
