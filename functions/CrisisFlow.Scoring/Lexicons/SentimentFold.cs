using CrisisFlow.Core.Folding;

namespace CrisisFlow.Scoring.Lexicons;

/// <summary>
/// The folding sentiment needs: lower case, half width, simplified characters, no zero-width characters, one form of
/// every sentence mark,
/// no addresses and no names after @. Each folded character keeps the offset it came from, so that reasons can be shown
/// in the text as given.
/// </summary>
internal static class SentimentFold
{
    /// <summary>Stands where an address or a name stood.</summary>
    public const char Dropped = '\uE000';

    private const int MaxName = 20;
    private static readonly char[] Table = BuildTable();

    /// <summary>
    /// Folds <paramref name="text"/> into <paramref name="folded"/>; both targets must be at least as long as the text.
    /// </summary>
    /// <returns>The number of folded characters.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded, Span<int> origins)
    {
        var n = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = Table[text[i]];
            if (c == '\0')
                continue;
            origins[n] = i;
            if (
                (c == 'h' && AddressLength(text[i..]) is > 0 and var length)
                || (c == '@' && (length = NameLength(text[i..])) > 0)
            )
            {
                folded[n++] = Dropped;
                i += length - 1;
                continue;
            }
            folded[n++] = c;
        }
        return n;
    }

    /// <summary>One character folded; NUL when it is to be left out.</summary>
    public static char Fold(char c) => Table[c];

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    /// <summary>Part of a word of an alphabetic script.</summary>
    public static bool IsWord(char c) =>
        c < 0x80
            ? c is >= 'a' and <= 'z' or >= '0' and <= '9' or '\'' or '_'
            : c is >= '\u00DF' and <= '\u024F' or >= '\u0370' and <= '\u052F';

    /// <summary>Ends a clause: a negation does not reach across it.</summary>
    public static bool EndsClause(char c) =>
        c is ',' or '.' or '!' or '?' or ';' or ':' or '\n' or '~' or '\u2026' or '(' or ')';

    /// <summary>Ends a sentence: a contrast does not reach across it.</summary>
    public static bool EndsSentence(char c) => c is '.' or '!' or '?' or '\n' or '\u2026';

    private static int AddressLength(ReadOnlySpan<char> text)
    {
        if (
            !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
            return 0;
        var length = 7;
        while (length < text.Length && text[length] is > ' ' and < '\u0080')
            length++;
        return length;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        for (var length = 1; length <= MaxName && length < text.Length; length++)
        {
            if (text[length] is ' ' or ':' or '\uFF1A' or '\n' or ',' or '\uFF0C')
                return length > 1 ? length : 0;
        }
        return 0;
    }

    private static char[] BuildTable()
    {
        var table = new char[0x10000];
        for (var i = 0; i < table.Length; i++)
            table[i] = Rule((char)i);
        return table;
    }

    private static char Rule(char c) =>
        c switch
        {
            '\n' => '\n',
            '\r' or '\t' or '\u3000' or '\u00A0' => ' ',
            >= '\uFF01' and <= '\uFF5E' => Rule((char)(c - 0xFEE0)),
            '\u3002' or '\uFF61' => '.',
            '\u3001' => ',',
            '\u3010' => '[',
            '\u3011' => ']',
            '\u00AD' or '\uFE0F' or '\uFE0E' or '\uFEFF' => '\0',
            >= '\u200B' and <= '\u200F' => '\0',
            >= '\u2060' and <= '\u2064' => '\0',
            '`' => '`',
            _ => TextFolding.FoldForMatching(c),
        };
}
