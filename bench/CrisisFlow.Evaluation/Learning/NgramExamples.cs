using CrisisFlow.Scoring.Lexicons;
using CrisisFlow.Scoring.Tone;

namespace CrisisFlow.Evaluation.Learning;

/// <summary>Texts as sparse vectors of hashed n-grams, each of length 1.</summary>
internal sealed class NgramExamples
{
    public List<int[]> Slots { get; } = [];

    public List<float[]> Values { get; } = [];

    public List<sbyte> Labels { get; } = [];

    /// <summary>How many times each text counts.</summary>
    public List<float> Weights { get; } = [];

    public int Count => Slots.Count;

    public void Add(string text, int label, float weight = 1)
    {
        var folded = new char[text.Length];
        var length = SentimentFold.Fold(text, folded, new int[text.Length]);
        var slots = new int[SentimentNgrams.MaxCount(length)];
        var count = SentimentNgrams.Extract(folded.AsSpan(0, length), slots, []);
        Array.Sort(slots, 0, count);
        var distinct = slots.Take(count).Distinct().ToArray();
        // The same scale the scorer applies: every distinct n-gram counts 1 / sqrt(how many there are).
        var value = 1 / MathF.Sqrt(Math.Max(1, distinct.Length));
        Slots.Add(distinct);
        Values.Add([.. distinct.Select(_ => value)]);
        Labels.Add((sbyte)label);
        Weights.Add(weight);
    }
}
