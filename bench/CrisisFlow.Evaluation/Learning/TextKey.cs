using CrisisFlow.Scoring.Lexicons;

namespace CrisisFlow.Evaluation.Learning;

/// <summary>A text's identity for splitting: folded, letters and digits only, FNV-1a over what is left.</summary>
internal static class TextKey
{
    public static string Bare(string text) =>
        new([.. text.Select(SentimentFold.Fold).Where(c => SentimentFold.IsHan(c) || SentimentFold.IsWord(c))]);

    public static ulong Hash(ReadOnlySpan<char> bare)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var c in bare)
        {
            hash = (hash ^ (byte)c) * 0x100000001B3;
            hash = (hash ^ (byte)(c >> 8)) * 0x100000001B3;
        }
        // FNV's high bits are good, its low ones less so: fold them together before a remainder is taken.
        return hash ^ hash >> 32;
    }
}
