using System.Buffers;
using CrisisFlow.Scoring.Lexicons;

namespace CrisisFlow.Scoring.Tone;

/// <summary>
/// Sentiment of Chinese, English and mixed text, with lexicons and weights that ship inside the assembly. Thread-safe;
/// nothing is read before the first use.
/// </summary>
public sealed class SentimentModel
{
    private const int MaxHits = 256;

    /// <summary>Characters beyond this are not read: an opinion is stated well before.</summary>
    private const int MaxLength = 4096;

    /// <summary>
    /// Minimum evidence for a feeling: phrases of the lexicons that add up to this, whatever their sign, …
    /// </summary>
    private const float LeastStrength = 0.7f;

    /// <summary>
    /// … or n-grams that lean this far, where 1 is the margin they were learned with. Below both a text is neutral: a
    /// fact, a question, a headline.
    /// </summary>
    private const float LeastLean = 0.4f;

    private static readonly Lazy<SentimentModel> Loaded = new(() =>
        new SentimentModel(Lexicon.Default, SentimentWeights.Embedded())
    );
    private readonly LexiconTable _lexicon;
    private readonly SentimentWeights _weights;

    internal SentimentModel(LexiconTable lexicon, SentimentWeights weights) =>
        (_lexicon, _weights) = (lexicon, weights);

    /// <summary>The model that ships with the program.</summary>
    public static SentimentModel Default => Loaded.Value;

    /// <summary>Scores one text. Only the first 4,096 UTF-16 units are read.</summary>
    /// <param name="explain">Whether to report the deciding words; costs allocations.</param>
    public SentimentScore Score(ReadOnlySpan<char> text, bool explain = false)
    {
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        var characters = ArrayPool<char>.Shared.Rent(text.Length);
        var offsets = ArrayPool<int>.Shared.Rent(text.Length);
        var hits = ArrayPool<LexiconHit>.Shared.Rent(MaxHits);
        try
        {
            var folded = characters.AsSpan(0, SentimentFold.Fold(text, characters, offsets));
            var scan = new LexiconScan(_lexicon, folded, hits);
            var facts = scan.Read();
            var ngrams = Lean(folded);
            var logit = Logit(facts, ngrams);
            var score = Math.Tanh(logit / 2);
            var felt = facts.Strength >= LeastStrength || Math.Abs(ngrams) >= LeastLean;
            // A score near 0 with evidence for both sides is no neutral text: its sign is right more often than not.
            var sentiment =
                !felt || score == 0 ? Sentiment.Neutral
                : score > 0 ? Sentiment.Positive
                : Sentiment.Negative;
            if (!felt)
                score *= 0.25;
            return new SentimentScore(
                sentiment,
                score,
                explain ? SentimentReasons.Of(text, folded, offsets, scan.Hits, _weights) : []
            );
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
            ArrayPool<int>.Shared.Return(offsets);
            ArrayPool<LexiconHit>.Shared.Return(hits);
        }
    }

    /// <summary>Chinese and English have their own weights; a mixed text gets its share of both.</summary>
    private float Logit(in LexiconFacts facts, float ngrams)
    {
        Span<float> x = stackalloc float[SentimentFeatures.Count];
        SentimentFeatures.Fill(facts, ngrams, x);
        var (chinese, english) = (0f, 0f);
        for (var i = 0; i < x.Length; i++)
        {
            chinese += x[i] * _weights.Chinese[i];
            english += x[i] * _weights.English[i];
        }
        var share = SentimentFeatures.ChineseShare(facts);
        return share * chinese + (1 - share) * english;
    }

    /// <summary>The n-grams' verdict: the sum of the distinct ones' weights over the root of their number.</summary>
    internal float Lean(ReadOnlySpan<char> folded)
    {
        var table = _weights.Table;
        var slots = ArrayPool<int>.Shared.Rent(SentimentNgrams.MaxCount(folded.Length));
        var count = SentimentNgrams.Extract(folded, slots, []);
        var memory = ArrayPool<int>.Shared.Rent(SentimentSeen.Capacity(count));
        var seen = new SentimentSeen(memory, count);
        var (sum, distinct) = (0, 0);
        foreach (var slot in slots.AsSpan(0, count))
        {
            if (!seen.Add(slot))
                continue;
            distinct++;
            sum += table[slot];
        }
        ArrayPool<int>.Shared.Return(memory);
        ArrayPool<int>.Shared.Return(slots);
        return distinct == 0 ? 0 : sum * _weights.Scale / MathF.Sqrt(distinct);
    }
}
