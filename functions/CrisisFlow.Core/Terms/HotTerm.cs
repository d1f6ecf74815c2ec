namespace CrisisFlow.Core.Terms;

/// <summary>A phrase that a window holds more often than usual.</summary>
/// <param name="Text">Folded for matching: lower case, simplified characters.</param>
/// <param name="Mentions">Texts of the window that hold it.</param>
/// <param name="Usual">Texts of the baseline that hold it.</param>
/// <param name="Score">Standard deviations above what the baseline lets expect.</param>
public sealed record HotTerm(string Text, int Mentions, int Usual, double Score);
