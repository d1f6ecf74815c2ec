using System.Text;

namespace CrisisFlow.Reading.Decoding;

/// <summary>Japanese, Korean and Russian in bytes that no declaration explains.</summary>
internal static class OtherScripts
{
    /// <summary>Characters a guess needs; a few bytes fit every encoding.</summary>
    public const int Enough = 30;

    // Eleven letters make up six tenths of Russian text.
    private const string Russian = "оеаинтслврк";

    private static readonly (string Name, double Least, Func<char, bool> Typical)[] Candidates =
    [
        ("Shift_JIS", 0.25, IsKana),
        ("EUC-JP", 0.25, IsKana),
        ("EUC-KR", 0.8, IsHangul),
        ("windows-1251", 0.45, Russian.Contains),
        ("KOI8-R", 0.45, Russian.Contains),
    ];

    /// <param name="chinese">
    /// Share of common characters when read as Chinese; kana read as Chinese hit some by chance, Chinese many.
    /// </param>
    /// <returns>Null when none of them is likely.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, double chinese, out string name)
    {
        name = "";
        if (!ComesInRuns(bytes))
            return null;
        foreach (var candidate in Candidates)
        {
            if (
                Charsets.Strictly(Encoding.GetEncoding(candidate.Name), bytes) is not { } text
                || Share(text, candidate.Typical) < Math.Max(candidate.Least, 4 * chinese)
            )
                continue;
            name = candidate.Name;
            return text;
        }

        return null;
    }

    private static double Share(string text, Func<char, bool> typical)
    {
        var (all, hits) = (0, 0);
        foreach (var c in text)
        {
            if (c < 0x80)
                continue;
            all++;
            if (typical(c))
                hits++;
        }

        return all < Enough ? 0 : (double)hits / all;
    }

    /// <summary>In other scripts whole words are beyond ASCII; in western ones a letter here and there.</summary>
    private static bool ComesInRuns(ReadOnlySpan<byte> bytes)
    {
        var (all, inRuns, run) = (0, 0, 0);
        foreach (var b in bytes)
        {
            run = b >= 0x80 ? run + 1 : 0;
            if (run == 0)
                continue;
            all++;
            if (run > 1)
                inRuns++;
        }

        return inRuns * 2 > all;
    }

    /// <summary>Four and more such bytes on end, again and again: no western language writes that.</summary>
    public static bool ComesInLongRuns(ReadOnlySpan<byte> bytes)
    {
        var (all, inRuns, run) = (0, 0, 0);
        foreach (var b in bytes)
        {
            run = b >= 0x80 ? run + 1 : 0;
            if (run > 0)
                all++;
            if (run == 4)
                inRuns += 4;
            else if (run > 4)
                inRuns++;
        }

        return all >= Enough && inRuns * 2 > all;
    }

    private static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FC';

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';
}
