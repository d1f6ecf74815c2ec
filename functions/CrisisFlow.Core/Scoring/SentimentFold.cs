namespace CrisisFlow.Core.Scoring;

/// <summary>
/// The folding sentiment needs: lower case, half width, no zero-width characters, one form of every sentence mark.
/// Each folded character keeps the offset it came from, so that reasons can be shown in the text as given.
/// </summary>
internal static class SentimentFold
{
    /// <summary>Folds <paramref name="text"/> into <paramref name="folded"/>; both targets must be at least as long as the text.</summary>
    /// <returns>The number of folded characters.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded, Span<int> origins)
    {
        var n = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = Fold(text[i]);
            if (c == '\0')
                continue;
            folded[n] = c;
            origins[n] = i;
            n++;
        }
        return n;
    }

    /// <summary>One character folded; NUL when it is to be left out.</summary>
    public static char Fold(char c)
    {
        if (c < 0x80)
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is '\r' or '\t' ? ' ' : c;
        if (c is >= '\u4E00' and <= '\u9FFF')
            return c;
        if (c is >= '\uFF01' and <= '\uFF5E')
            return Fold((char)(c - 0xFEE0));
        return c switch
        {
            '\u3000' or '\u00A0' => ' ',
            '\u3002' or '\uFF61' => '.',
            '\u3001' => ',',
            '\u2018' or '\u2019' or '\u02BC' => '\'',
            '\u201C' or '\u201D' or '\u300C' or '\u300D' => '"',
            '\u3010' => '[',
            '\u3011' => ']',
            '\u00AD' or '\uFE0F' or '\uFE0E' or '\uFEFF' => '\0',
            >= '\u200B' and <= '\u200F' => '\0',
            >= '\u2060' and <= '\u2064' => '\0',
            _ => char.ToLowerInvariant(c),
        };
    }

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    /// <summary>Part of a word of an alphabetic script.</summary>
    public static bool IsWord(char c) =>
        c < 0x80 ? c is >= 'a' and <= 'z' or >= '0' and <= '9' or '\'' or '_' : c is >= '\u00DF' and <= '\u024F' or >= '\u0370' and <= '\u052F';

    /// <summary>Ends a clause: a negation does not reach across it.</summary>
    public static bool EndsClause(char c) => c is ',' or '.' or '!' or '?' or ';' or ':' or '\n' or '~' or '\u2026' or '(' or ')';

    /// <summary>Ends a sentence: a contrast does not reach across it.</summary>
    public static bool EndsSentence(char c) => c is '.' or '!' or '?' or '\n' or '\u2026';
}
