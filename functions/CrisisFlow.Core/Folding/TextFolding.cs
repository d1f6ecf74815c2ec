namespace CrisisFlow.Core.Folding;

/// <summary>The one place where text from outside becomes text that can be compared, counted and shown.</summary>
public static class TextFolding
{
    /// <summary>
    /// Text as it is kept and shown: compatibility forms and width folded (NFKC of Unicode 15), composed, runs of white
    /// space become one space or,
    /// where they hold a line break, one line break; ends trimmed; control, zero-width and direction characters
    /// removed; lone surrogates become U+FFFD;
    /// emoji and their sequences stay as they are. Of more than 30 combining marks in a row the rest is dropped.
    /// Text that is normal already comes back as the same instance, without allocation. Normalising twice is
    /// normalising once.
    /// </summary>
    public static string Normalize(string text) => TextNormalizer.Normalize(text);

    /// <summary>
    /// Text as it is matched: lower case, traditional characters and variants as simplified ones, Latin letters without
    /// diacritics, quotes and dashes in one form,
    /// line breaks as spaces. Every character becomes exactly one character, so offsets in the result are offsets in
    /// the argument.
    /// Text that is folded already comes back as the same instance.
    /// </summary>
    /// <param name="normalized">The result of <see cref="Normalize"/>.</param>
    public static string FoldForMatching(string normalized)
    {
        var map = MatchingMap.Characters;
        var at = 0;
        while (at < normalized.Length && map[normalized[at]] == normalized[at])
            at++;
        return at == normalized.Length
            ? normalized
            : string.Create(normalized.Length, normalized, static (folded, source) => FoldForMatching(source, folded));
    }

    /// <summary>The same into a buffer of the caller's, without allocation.</summary>
    /// <param name="folded">At least as long as <paramref name="normalized"/>.</param>
    public static void FoldForMatching(ReadOnlySpan<char> normalized, Span<char> folded)
    {
        var map = MatchingMap.Characters;
        for (var i = 0; i < normalized.Length; i++)
            folded[i] = map[normalized[i]];
    }

    /// <summary>One character as it is matched.</summary>
    public static char FoldForMatching(char character) => MatchingMap.Characters[character];

    /// <summary>
    /// The script without spaces between its words: Chinese and Japanese characters. Elsewhere a word ends where its
    /// letters and digits end.
    /// </summary>
    public static bool IsHan(char character) =>
        character
            is >= '\u4E00'
                and <= '\u9FFF'
                or >= '\u3400'
                and <= '\u4DBF'
                or >= '\u3040'
                and <= '\u30FF'
                or '\u3005'
                or '\u3007';

    /// <summary>A letter or digit of a script that puts spaces between words.</summary>
    public static bool IsWordCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character)
        || (character >= '\u0080' && char.IsLetterOrDigit(character) && !IsHan(character));
}
