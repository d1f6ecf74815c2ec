namespace CrisisFlow.Reading.Values;

/// <summary>What a date leaves open and its source knows.</summary>
/// <param name="Language">Decides what "CST" means: China's time for "zh", else America's central time.</param>
/// <param name="Zone">Of dates that name none; null = UTC, in Chinese, Japanese and Korean words theirs.</param>
/// <param name="Local">
/// Of dates written for readers ("yesterday 10:20", "03-05 10:20") when <paramref name="Zone"/> is null; null = as
/// there.
/// </param>
/// <param name="Now">When the document came: "5 minutes ago" counts from it. Null = such a date is none.</param>
public sealed record DateContext(
    string? Language = null,
    TimeZoneInfo? Zone = null,
    TimeZoneInfo? Local = null,
    DateTimeOffset? Now = null
)
{
    public static readonly DateContext None = new();
}
