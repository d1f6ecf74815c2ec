namespace CrisisFlow.Core.Warnings;

/// <summary>One headline or post a warning rests on.</summary>
/// <param name="Title">At most 120 characters, from outside: encode where it is shown.</param>
/// <param name="Severity">0 to 1.</param>
/// <param name="Mentions">How many mentions tell this story.</param>
/// <param name="Rank">Best position on a hot list, 1 = top; null when none is known.</param>
public sealed record WarningEvidence(string Title, double Severity, int Mentions, int? Rank);
