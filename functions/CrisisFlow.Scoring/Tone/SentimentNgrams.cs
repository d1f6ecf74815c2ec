using System.Runtime.CompilerServices;
using CrisisFlow.Scoring.Lexicons;

namespace CrisisFlow.Scoring.Tone;

/// <summary>
/// The n-grams of a folded text, hashed: one to three Han characters; Latin words, pairs of words, and three to five
/// letters of a word.
/// One table holds all of them; two n-grams that fall together share a weight.
/// </summary>
internal static class SentimentNgrams
{
    public const int TableBits = 19;
    public const int TableSize = 1 << TableBits;
    private const int MaxHan = 3;
    private const ulong WordSalt = 0x51ED270B7F4A7C15;
    private const ulong PairSalt = 0x2545F4914F6CDD1D;
    private const ulong LettersSalt = 0x9FB21C651E98DF25;

    /// <summary>How many n-grams a text of this length can have at most.</summary>
    public static int MaxCount(int length) => 5 * length + 16;

    /// <summary>Writes the slots of all n-grams with repetition, in order of where they begin or end.</summary>
    /// <param name="spans">Start and length of each, or empty when not needed.</param>
    /// <returns>How many there are.</returns>
    public static int Extract(ReadOnlySpan<char> text, Span<int> slots, Span<(int Start, int Length)> spans)
    {
        var n = 0;
        var previousWord = 0UL;
        var previousStart = 0;
        for (var i = 0; i < text.Length; )
        {
            var c = text[i];
            if (SentimentFold.IsHan(c))
            {
                previousWord = 0;
                var hash = LexiconTable.Seed;
                for (
                    var length = 1;
                    length <= MaxHan && i + length <= text.Length && SentimentFold.IsHan(text[i + length - 1]);
                    length++
                )
                {
                    hash = LexiconTable.Mix(hash, text[i + length - 1]);
                    Put(hash, i, length, slots, spans, ref n);
                }
                i++;
                continue;
            }
            if (!SentimentFold.IsWord(c))
            {
                if (c != ' ')
                    previousWord = 0;
                if (c is '!' or '?')
                    Put(c, i, 1, slots, spans, ref n);
                i++;
                continue;
            }
            var end = i + 1;
            while (end < text.Length && SentimentFold.IsWord(text[end]))
                end++;
            var word = LexiconTable.Hash(text[i..end]);
            Put(word ^ WordSalt, i, end - i, slots, spans, ref n);
            if (previousWord != 0)
                Put((previousWord * 31 + word) ^ PairSalt, previousStart, end - previousStart, slots, spans, ref n);
            Letters(text, i, end, slots, spans, ref n);
            (previousWord, previousStart) = (word, i);
            i = end;
        }
        return n;
    }

    private static void Letters(
        ReadOnlySpan<char> text,
        int start,
        int end,
        Span<int> slots,
        Span<(int, int)> spans,
        ref int n
    )
    {
        // A word's edges count as letters, so that "un-" at the front differs from "un" within.
        for (var i = start - 1; i <= end - 2; i++)
        {
            var hash = LettersSalt;
            for (var length = 1; length <= 5 && i + length <= end + 1; length++)
            {
                var at = i + length - 1;
                hash = LexiconTable.Mix(
                    hash,
                    at < start ? '^'
                        : at >= end ? '$'
                        : text[at]
                );
                if (length >= 3)
                    Put(hash, Math.Max(i, start), Math.Min(i + length, end) - Math.Max(i, start), slots, spans, ref n);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ulong hash, int start, int length, Span<int> slots, Span<(int, int)> spans, ref int n)
    {
        if ((uint)n >= (uint)slots.Length)
            return;
        slots[n] = (int)((hash * 0x9E3779B97F4A7C15) >> (64 - TableBits));
        if (!spans.IsEmpty)
            spans[n] = (start, length);
        n++;
    }
}
