using CrisisFlow.Core.Scoring;

namespace CrisisFlow.Evaluation.Learning;

/// <summary>Texts as sparse vectors of hashed n-grams, each of length 1.</summary>
internal sealed class NgramExamples
{
    public List<int[]> Slots { get; } = [];

    public List<float[]> Values { get; } = [];

    public List<sbyte> Labels { get; } = [];

    public List<float> Offsets { get; } = [];

    public int Count => Slots.Count;

    /// <param name="offset">What is already known about the text, in the units of the model's sum.</param>
    public void Add(string text, int label, float offset = 0)
    {
        var folded = new char[text.Length];
        var length = SentimentFold.Fold(text, folded, new int[text.Length]);
        var slots = new int[SentimentNgrams.MaxCount(length)];
        var count = SentimentNgrams.Extract(folded.AsSpan(0, length), slots, []);
        Array.Sort(slots, 0, count);
        var distinct = new List<int>(count);
        var counts = new List<int>(count);
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && slots[i] == slots[i - 1])
            {
                counts[^1]++;
                continue;
            }
            distinct.Add(slots[i]);
            counts.Add(1);
        }
        // The same scale the scorer applies: every occurrence counts 1 / sqrt(occurrences).
        var scale = 1 / MathF.Sqrt(Math.Max(1, count));
        Slots.Add([.. distinct]);
        Values.Add([.. counts.Select(c => c * scale)]);
        Labels.Add((sbyte)label);
        Offsets.Add(offset);
    }
}
