using CrisisFlow.Scoring.Lexicons;

namespace CrisisFlow.Scoring.Tone;

/// <summary>The few numbers the last step weighs. Their order is the order of the stored weights.</summary>
internal static class SentimentFeatures
{
    public const int Count = 14;

    /// <summary>Position of the n-gram models' own verdict.</summary>
    public const int Ngrams = 12;

    public static void Fill(in LexiconFacts facts, float ngrams, Span<float> x)
    {
        var sum = facts.Sum;
        x[0] = 1;
        x[1] = Squash(sum, 12);
        x[2] = MathF.Log(1 + facts.Positive);
        x[3] = -MathF.Log(1 - facts.Negative);
        x[4] = Squash(facts.LastSentence, 8);
        x[5] = Squash(facts.FirstSentence, 8);
        x[6] = Squash(facts.Pictures, 4);
        x[7] = Squash(facts.AfterContrast, 8);
        x[8] = MathF.Sign(sum) * MathF.Min(facts.Exclamations, 3);
        x[9] = MathF.Min(facts.Exclamations, 3);
        x[10] = MathF.Min(facts.Questions, 3);
        x[11] = sum / (facts.Positive - facts.Negative + 1);
        x[Ngrams] = ngrams;
        x[13] = MathF.Max(-1, MathF.Min(1, ngrams)) * (facts.Hits == 0 ? 1 : 0);
    }

    /// <summary>0 (English alone) to 1 (Chinese alone); a Han character says about as much as two letters.</summary>
    public static float ChineseShare(in LexiconFacts facts) =>
        facts.Han == 0 ? 0 : 2f * facts.Han / (2 * facts.Han + facts.Letters);

    private static float Squash(float value, float softness) => value / MathF.Sqrt(value * value + softness);
}
