using System.Buffers;

namespace CrisisFlow.Core.Scoring;

/// <summary>
/// Sentiment of Chinese, English and mixed text, with weights that ship inside the assembly. Thread-safe; nothing is read before the first use.
/// </summary>
public sealed partial class SentimentModel
{
    private const int MaxHits = 256;

    /// <summary>Characters beyond this are not read: an opinion is stated well before.</summary>
    private const int MaxLength = 8192;

    private static readonly Lazy<SentimentModel> Loaded = new(() => new SentimentModel(Lexicon.Default));
    private readonly LexiconTable _lexicon;

    private SentimentModel(LexiconTable lexicon) => _lexicon = lexicon;

    /// <summary>The model that ships with the program.</summary>
    public static SentimentModel Default => Loaded.Value;

    /// <summary>Scores one text. Only the first 8,192 UTF-16 units are read.</summary>
    /// <param name="explain">Whether to say which words decided; costs allocations.</param>
    public SentimentScore Score(ReadOnlySpan<char> text, bool explain = false)
    {
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        var characters = ArrayPool<char>.Shared.Rent(text.Length);
        var offsets = ArrayPool<int>.Shared.Rent(text.Length);
        var hits = ArrayPool<LexiconHit>.Shared.Rent(MaxHits);
        try
        {
            var length = SentimentFold.Fold(text, characters, offsets);
            var scan = new LexiconScan(_lexicon, characters.AsSpan(0, length), hits);
            var facts = scan.Read();
            Span<float> x = stackalloc float[SentimentFeatures.Count];
            SentimentFeatures.Fill(facts, 0, x);
            var logit = 0f;
            for (var i = 0; i < x.Length; i++)
                logit += x[i] * Untrained[i];
            var score = Math.Tanh(logit / 2);
            var sentiment = facts.Hits == 0 || Math.Abs(score) < 0.15 ? Sentiment.Neutral : score > 0 ? Sentiment.Positive : Sentiment.Negative;
            return new SentimentScore(sentiment, score, explain ? Explain(text, scan.Hits, offsets) : []);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
            ArrayPool<int>.Shared.Return(offsets);
            ArrayPool<LexiconHit>.Shared.Return(hits);
        }
    }

    private static readonly float[] Untrained = [0, 1.5f, 0.3f, 0.3f, 0.5f, 0.3f, 2f, 0.3f, 0, 0, -0.1f, 1f, 1, 0];

    private static List<Because> Explain(ReadOnlySpan<char> text, ReadOnlySpan<LexiconHit> hits, ReadOnlySpan<int> offsets)
    {
        var because = new List<Because>(hits.Length);
        foreach (var hit in hits)
        {
            var start = offsets[hit.Start];
            var end = offsets[hit.Start + hit.Length - 1] + 1;
            because.Add(new Because(text[start..end].ToString(), start, hit.Value));
        }
        return because;
    }
}
