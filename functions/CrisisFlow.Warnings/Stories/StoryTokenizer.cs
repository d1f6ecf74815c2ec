using CrisisFlow.Core.Folding;

namespace CrisisFlow.Warnings.Stories;

/// <summary>Folded text as tokens: characters, words, numbers by value, negations.</summary>
internal static class StoryTokenizer
{
    public const int TokenLimit = 96;
    private const int StemLength = 5;

    /// <param name="text">Before folding, of the same length; tells capitals.</param>
    public static StoryToken[] Read(ReadOnlySpan<char> text, ReadOnlySpan<char> folded)
    {
        var tokens = new List<StoryToken>(48);
        for (var at = 0; at < folded.Length && tokens.Count < TokenLimit; )
        {
            if (StoryNumbers.Read(folded[at..], at > 0 ? folded[at - 1] : ' ') is { Length: > 0 } number)
            {
                var code = StoryHash.Mix((uint)BitConverter.DoubleToUInt64Bits(number.Value).GetHashCode());
                tokens.Add(new StoryToken(StoryTokenKind.Number, code, code));
                at += number.Length;
            }
            else if (TextFolding.IsHan(folded[at]))
                at += ReadHan(folded[at..], tokens);
            else if (TextFolding.IsWordCharacter(folded[at]))
                at += ReadWord(text[at..], folded[at..], tokens);
            else
            {
                if (folded[at] == '%')
                    tokens.Add(new StoryToken(StoryTokenKind.Han, '%', '%'));
                at++;
            }
        }

        return [.. tokens];
    }

    private static int ReadHan(ReadOnlySpan<char> folded, List<StoryToken> tokens)
    {
        var plain = StoryWords.LongestPlain(folded);
        var negation = plain > 0 ? 0 : StoryWords.LongestNegation(folded);
        if (negation > 0)
        {
            tokens.Add(new StoryToken(StoryTokenKind.Negation, 1, 1));
            return negation;
        }

        for (var i = 0; i < Math.Max(1, plain); i++)
            tokens.Add(new StoryToken(StoryTokenKind.Han, folded[i], folded[i]));
        return Math.Max(1, plain);
    }

    private static int ReadWord(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, List<StoryToken> tokens)
    {
        var length = 1;
        while (
            length < folded.Length
            && !char.IsAsciiDigit(folded[length])
            && (TextFolding.IsWordCharacter(folded[length]) || IsInner(folded, length))
        )
            length++;
        var word = folded[..length];
        if (StoryWords.IsEnglishNegation(word))
            tokens.Add(new StoryToken(StoryTokenKind.Negation, 1, 1));
        else
        {
            var bare = word.EndsWith("'s") ? word[..^2] : word;
            tokens.Add(
                new StoryToken(
                    StoryTokenKind.Word,
                    StoryHash.Text(bare),
                    StoryHash.Text(bare[..Math.Min(bare.Length, StemLength)]),
                    char.IsUpper(text[0])
                )
            );
        }

        return length;
    }

    /// <summary>An apostrophe or ampersand inside a word.</summary>
    private static bool IsInner(ReadOnlySpan<char> folded, int at) =>
        folded[at] is '\'' or '&' && at + 1 < folded.Length && TextFolding.IsWordCharacter(folded[at + 1]);
}
