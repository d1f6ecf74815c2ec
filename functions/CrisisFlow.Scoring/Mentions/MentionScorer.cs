using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Queries;
using CrisisFlow.Scoring.Risk;
using CrisisFlow.Scoring.Tone;

namespace CrisisFlow.Scoring.Mentions;

/// <summary>
/// Scores a mention for one topic: the tone, and the risk the text names for the topic's own subject.
/// </summary>
public sealed class MentionScorer(TopicQuery query)
{
    private readonly RiskSubject _subject = new(query);

    /// <summary>Folded; see <see cref="RiskSubject.Names"/>.</summary>
    public IReadOnlyList<string> Names => _subject.Names;

    /// <param name="folded">The mention's whole text, folded for matching.</param>
    public ScoredMention Score(Mention mention, string folded, ulong fingerprint)
    {
        Span<NamedAt> named = stackalloc NamedAt[16];
        var count = _subject.Find(folded, named);
        return new ScoredMention(
            mention,
            SentimentModel.Default.Score(folded),
            RiskModel.Default.Score(folded, named[..count]),
            fingerprint
        );
    }
}
