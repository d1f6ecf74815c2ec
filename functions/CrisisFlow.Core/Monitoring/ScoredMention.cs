using CrisisFlow.Core.Scoring;

namespace CrisisFlow.Core.Monitoring;

/// <summary>A mention with everything a bucket wants to know of it.</summary>
/// <param name="Fingerprint">Near-duplicate fingerprint of the text; equal for mentions that were merged into one story.</param>
public sealed record ScoredMention(Mention Mention, SentimentScore Sentiment, RiskScore Risk, ulong Fingerprint)
{
    /// <summary>
    /// On hot lists and in news what counts is the event, not the tone: such a mention is negative when it names a risk.
    /// Everywhere else the author's own tone decides, or a grave event.
    /// </summary>
    public bool IsNegative => IsEvent
        ? Risk.Severity >= NegativeFrom
        : Sentiment.Sentiment == Scoring.Sentiment.Negative || Risk.Severity >= GraveFrom;

    private bool IsEvent => Mention.Category is SourceCategory.HotList or SourceCategory.News;

    /// <summary>Severity from which an event speaks against its subject.</summary>
    public const double NegativeFrom = 0.3;

    /// <summary>Severity from which no tone can outweigh the event.</summary>
    public const double GraveFrom = 0.6;
}
