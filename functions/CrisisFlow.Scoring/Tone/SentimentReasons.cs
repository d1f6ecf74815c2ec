using CrisisFlow.Scoring.Lexicons;

namespace CrisisFlow.Scoring.Tone;

/// <summary>
/// Which words decided: phrases of the lexicons, and runs of characters that the n-grams lean on, in the text's own
/// order.
/// </summary>
internal static class SentimentReasons
{
    private const int MaxReasons = 8;
    private const int LongestRun = 8;

    /// <summary>A character whose n-grams add up to less than this is ignored.</summary>
    private const float LeastShare = 0.04f;

    /// <summary>A reason this much weaker than the strongest is left out.</summary>
    private const double LeastOfStrongest = 0.12;

    /// <summary>What one point of a lexicon phrase weighs beside the n-grams' sum.</summary>
    private const float PhraseShare = 0.25f;

    public static IReadOnlyList<Because> Of(
        ReadOnlySpan<char> text,
        ReadOnlySpan<char> folded,
        ReadOnlySpan<int> offsets,
        ReadOnlySpan<LexiconHit> hits,
        SentimentWeights weights
    )
    {
        var shares = Shares(folded, weights);
        var reasons = new List<Because>();
        foreach (var hit in hits)
        {
            var weight = hit.Value * PhraseShare;
            foreach (ref var share in shares.AsSpan(hit.Start, hit.Length))
                (weight, share) = (weight + share, 0);
            Add(reasons, text, offsets, hit.Start, hit.Length, weight);
        }
        for (var start = 0; start < shares.Length; )
        {
            var end = RunEnd(folded, shares, start);
            var sum = 0f;
            foreach (var share in shares.AsSpan(start, end - start))
                sum += share;
            if (Math.Abs(sum) >= LeastShare)
                Add(reasons, text, offsets, start, end - start, sum);
            start = end;
        }
        var least = reasons.Count == 0 ? 0 : reasons.Max(r => Math.Abs(r.Weight)) * LeastOfStrongest;
        return
        [
            .. reasons
                .Where(r => Math.Abs(r.Weight) >= least)
                .OrderByDescending(r => Math.Abs(r.Weight))
                .ThenBy(r => r.Start)
                .Take(MaxReasons)
                .OrderBy(r => r.Start),
        ];
    }

    /// <summary>The n-grams' weights spread over the characters they cover.</summary>
    private static float[] Shares(ReadOnlySpan<char> folded, SentimentWeights weights)
    {
        var slots = new int[SentimentNgrams.MaxCount(folded.Length)];
        var spans = new (int Start, int Length)[slots.Length];
        var count = SentimentNgrams.Extract(folded, slots, spans);
        var distinct = Math.Max(1, slots.Take(count).Distinct().Count());
        var shares = new float[folded.Length];
        for (var i = 0; i < count; i++)
        {
            var share = weights.Table[slots[i]] * weights.Scale / MathF.Sqrt(distinct) / spans[i].Length;
            foreach (ref var at in shares.AsSpan(spans[i].Start, spans[i].Length))
                at += share;
        }
        return shares;
    }

    /// <summary>A Latin word as a whole; of Han, neighbours that lean the same way.</summary>
    private static int RunEnd(ReadOnlySpan<char> folded, float[] shares, int start)
    {
        var end = start + 1;
        if (SentimentFold.IsWord(folded[start]))
        {
            while (end < folded.Length && SentimentFold.IsWord(folded[end]))
                end++;
            return end;
        }
        if (Math.Abs(shares[start]) < LeastShare)
            return end;
        while (
            end < folded.Length
            && end - start < LongestRun
            && SentimentFold.IsHan(folded[end])
            && Math.Abs(shares[end]) >= LeastShare
            && Math.Sign(shares[end]) == Math.Sign(shares[start])
        )
            end++;
        return end;
    }

    private static void Add(
        List<Because> reasons,
        ReadOnlySpan<char> text,
        ReadOnlySpan<int> offsets,
        int start,
        int length,
        float weight
    )
    {
        if (Math.Round(weight, 3) == 0)
            return;
        var from = offsets[start];
        var to = offsets[start + length - 1] + 1;
        reasons.Add(new Because(text[from..to].ToString(), from, Math.Round(weight, 3)));
    }
}
