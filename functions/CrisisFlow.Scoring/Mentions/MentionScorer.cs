using System.Buffers;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Queries;
using CrisisFlow.Scoring.Risk;
using CrisisFlow.Scoring.Tone;

namespace CrisisFlow.Scoring.Mentions;

/// <summary>
/// Scores a mention for one topic: the tone, and the risk the text names for the topic's own subject. The words of the
/// query themselves say neither: 王老吉 is no happy word, and a brand called 毒 poisons nobody.
/// </summary>
public sealed class MentionScorer(TopicQuery query)
{
    private readonly RiskSubject _subject = new(query);

    /// <summary>Folded; see <see cref="RiskSubject.Names"/>.</summary>
    public IReadOnlyList<string> Names => _subject.Names;

    /// <summary>
    /// What is left of a voice's risk: nothing where it takes it back inside praise, no grave event where it does so
    /// without feeling. Who is angry may have been told that nothing was wrong.
    /// </summary>
    private static RiskScore Heard(RiskScore risk, SentimentScore tone) =>
        !risk.IsUndone || tone.Sentiment == Sentiment.Negative ? risk
        : tone.Sentiment == Sentiment.Positive ? RiskScore.None
        : risk with { Severity = Math.Min(risk.Severity, ScoredMention.NegativeFrom) };

    /// <param name="folded">The mention's whole text, folded for matching.</param>
    public ScoredMention Score(Mention mention, string folded, ulong fingerprint)
    {
        Span<NamedAt> named = stackalloc NamedAt[16];
        var masked = ArrayPool<char>.Shared.Rent(folded.Length);
        try
        {
            var text = masked.AsSpan(0, folded.Length);
            folded.CopyTo(text);
            var count = _subject.Find(folded, named, text);
            // The risk first: what a text takes back is no bad word in it.
            var risk = RiskModel.Default.Score(text, named[..count], explain: false, text);
            Litotes.Put(text);
            var tone = SentimentModel.Default.Score(text);
            return new ScoredMention(
                mention,
                tone,
                ScoredMention.IsVoice(mention) ? Heard(risk, tone) : risk,
                fingerprint
            );
        }
        finally
        {
            ArrayPool<char>.Shared.Return(masked);
        }
    }
}
