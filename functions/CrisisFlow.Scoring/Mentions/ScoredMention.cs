using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Scoring.Mentions;

/// <summary>A mention with everything a bucket wants to know of it.</summary>
/// <param name="Fingerprint">
/// Near-duplicate fingerprint of the text; equal for mentions that were merged into one story.
/// </param>
public sealed record ScoredMention(Mention Mention, SentimentScore Sentiment, RiskScore Risk, ulong Fingerprint)
{
    /// <summary>
    /// On hot lists and in news what counts is the event, not the tone: such a mention is negative when it names a
    /// risk. Everywhere else the author's own tone decides, or a serious event.
    /// </summary>
    public bool IsNegative =>
        IsEvent ? Severity >= NegativeFrom : Sentiment.Sentiment == Scoring.Sentiment.Negative || Severity >= GraveFrom;

    private bool IsEvent => !IsVoice(Mention);

    /// <summary>Somebody's own words, and no report.</summary>
    public static bool IsVoice(Mention mention) =>
        mention.Category is not (SourceCategory.HotList or SourceCategory.News);

    /// <summary>
    /// The risk as it counts for the topic. Hot lists and news report events, so theirs counts whole. A voice that is
    /// content names no risk ("service was kind"), and one without feeling (a question to support) names half of one; a
    /// grave event counts whole whoever tells it and however.
    /// </summary>
    public double Severity =>
        IsEvent || Risk.Severity >= GraveFrom
            ? Risk.Severity
            : Sentiment.Sentiment switch
            {
                Scoring.Sentiment.Positive => 0,
                Scoring.Sentiment.Neutral => Risk.Severity / 2,
                _ => Risk.Severity,
            };

    /// <summary>Severity from which an event speaks against its subject.</summary>
    public const double NegativeFrom = 0.3;

    /// <summary>Severity from which no tone can outweigh the event.</summary>
    public const double GraveFrom = 0.6;
}
