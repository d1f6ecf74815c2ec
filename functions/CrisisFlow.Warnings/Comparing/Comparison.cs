using CrisisFlow.Core.Mentions;
using CrisisFlow.Warnings.Buckets;

namespace CrisisFlow.Warnings.Comparing;

/// <summary>One topic in two spans of time of equal length.</summary>
/// <param name="Now">The window's mentions.</param>
/// <param name="Usual">What the same length of time usually holds.</param>
public sealed record TopicVoice(TopicId Topic, TopicType Type, MinuteBucket Now, MinuteBucket Usual);

/// <summary>A topic beside the others.</summary>
/// <param name="Share">Of all mentions of own and competitors' topics, 0 to 1; 0 for industry topics.</param>
/// <param name="NegativeShare">Of all their negative mentions.</param>
/// <param name="UsualShare">The share it usually has.</param>
/// <param name="UsualNegativeShare">The negative share it usually has.</param>
/// <param name="Moves">Whether its negative mentions are above its own usual level.</param>
public sealed record VoiceShare(
    TopicId Topic,
    TopicType Type,
    int Mentions,
    int Negative,
    double Share,
    double NegativeShare,
    double UsualShare,
    double UsualNegativeShare,
    bool Moves
);

/// <summary>Who moves.</summary>
public enum IndustryMove
{
    Nobody,
    OwnAlone,
    CompetitorsAlone,

    /// <summary>
    /// Own topics and at least half of the competitors, and two of them: it is not about the brand alone.
    /// </summary>
    IndustryWide,
}

/// <summary>Own topics and competitors side by side.</summary>
/// <param name="Shares">Most mentions first.</param>
public sealed record Comparison(IReadOnlyList<VoiceShare> Shares, IndustryMove Move)
{
    /// <summary>Fewer negative mentions move nothing.</summary>
    public const int FewestNegative = 5;

    /// <summary>From this multiple of the usual, negative mentions count as above usual.</summary>
    public const double StandsOut = 2;

    public static Comparison Of(IReadOnlyCollection<TopicVoice> voices)
    {
        var counted = voices.Where(voice => voice.Type != TopicType.Industry).ToList();
        var (all, negative) = (
            counted.Sum(voice => (long)voice.Now.Mentions),
            counted.Sum(voice => (long)voice.Now.Negative)
        );
        var (usualAll, usualNegative) = (
            counted.Sum(voice => (long)voice.Usual.Mentions),
            counted.Sum(voice => (long)voice.Usual.Negative)
        );
        var shares = voices
            .Select(voice =>
            {
                var counts = voice.Type != TopicType.Industry;
                return new VoiceShare(
                    voice.Topic,
                    voice.Type,
                    voice.Now.Mentions,
                    voice.Now.Negative,
                    counts ? Part(voice.Now.Mentions, all) : 0,
                    counts ? Part(voice.Now.Negative, negative) : 0,
                    counts ? Part(voice.Usual.Mentions, usualAll) : 0,
                    counts ? Part(voice.Usual.Negative, usualNegative) : 0,
                    Moves(voice)
                );
            })
            .OrderByDescending(share => share.Mentions)
            .ThenBy(share => share.Topic.Value, StringComparer.Ordinal)
            .ToList();
        return new Comparison(shares, MoveOf(shares));
    }

    private static bool Moves(TopicVoice voice) =>
        voice.Now.Negative >= FewestNegative && voice.Now.Negative >= StandsOut * Math.Max(1, voice.Usual.Negative);

    private static IndustryMove MoveOf(List<VoiceShare> shares)
    {
        var own = shares.Exists(share => share.Type == TopicType.Own && share.Moves);
        var competitors = shares.Count(share => share.Type == TopicType.Competitor);
        var moving = shares.Count(share => share.Type == TopicType.Competitor && share.Moves);
        if (own && moving >= 2 && 2 * moving >= competitors)
            return IndustryMove.IndustryWide;
        return own ? IndustryMove.OwnAlone
            : moving > 0 ? IndustryMove.CompetitorsAlone
            : IndustryMove.Nobody;
    }

    private static double Part(long part, long whole) => whole == 0 ? 0 : part / (double)whole;
}
