namespace CrisisFlow.Scoring;

public enum Sentiment
{
    Negative,
    Neutral,
    Positive,
}

/// <summary>What a mention may be a risk of.</summary>
public enum RiskCategory
{
    ProductSafety,
    ProductQuality,
    FalseAdvertising,
    Price,
    DataLeak,
    Service,
    Labour,
    Regulation,
    Outage,
    Executive,
    Rumour,
    Boycott,
    Legal,
    Values,

    /// <summary>A crisis by its form (an apology, a response, a complaint) that does not say of what.</summary>
    Unclear,
}

/// <summary>A word or n-gram that decided, and how much.</summary>
/// <param name="Text">As it stands in the text.</param>
/// <param name="Start">Offset in the text, in UTF-16 units.</param>
/// <param name="Weight">Signed share; negative speaks for negative sentiment or for the risk named.</param>
/// <param name="Risk">The category it speaks for; null when it speaks for sentiment.</param>
public sealed record Because(string Text, int Start, double Weight, RiskCategory? Risk = null);

/// <summary>One text's sentiment.</summary>
/// <param name="Score">
/// -1 (surely negative) to 1 (surely positive), calibrated: (1 + score) / 2 is the chance of positive.
/// </param>
/// <param name="Because">In the text's own order; empty when explanations were not asked for.</param>
public sealed record SentimentScore(Sentiment Sentiment, double Score, IReadOnlyList<Because> Because);

/// <summary>One text's risk.</summary>
/// <param name="Severity">
/// 0 (no risk) to 1 (grave): how likely a reader of the headline would call it a crisis of the subject.
/// </param>
/// <param name="Categories">Strongest first; empty when severity is 0.</param>
/// <param name="Because">In the text's own order; empty when explanations were not asked for.</param>
public sealed record RiskScore(double Severity, IReadOnlyList<RiskCategory> Categories, IReadOnlyList<Because> Because)
{
    public static readonly RiskScore None = new(0, [], []);

    /// <summary>
    /// The text itself takes every word of risk back: negated, resolved or denied. Inside praise none of them counts.
    /// </summary>
    public bool IsUndone { get; init; }
}
