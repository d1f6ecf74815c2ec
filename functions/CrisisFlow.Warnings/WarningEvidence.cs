namespace CrisisFlow.Warnings;

/// <summary>One headline or post a warning rests on.</summary>
/// <param name="Title">At most 120 characters, from outside: encode where it is shown.</param>
/// <param name="Severity">0 to 1.</param>
/// <param name="Mentions">How many mentions tell this story.</param>
/// <param name="Rank">Best position on a hot list, 1 = top; null when none is known.</param>
public sealed record WarningEvidence(string Title, double Severity, int Mentions, int? Rank)
{
    /// <summary>
    /// Where the most severe mention can be read; null when that is not known. From outside: only http and https are
    /// ever linked.
    /// </summary>
    public string? Url { get; init; }

    /// <summary>The most severe mention's source; null when that is not known.</summary>
    public string? Source { get; init; }

    /// <summary>When the most severe mention was made; null when that is not known.</summary>
    public DateTimeOffset? At { get; init; }
}
