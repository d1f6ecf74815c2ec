namespace CrisisFlow.Core.Folding;

/// <summary>
/// One character of normal text to the one character it is matched as; every UTF-16 unit has its entry, so folding is
/// one look-up.
/// </summary>
internal static class MatchingMap
{
    public static readonly char[] Characters = Build();

    private static char[] Build()
    {
        var map = new char[0x10000];
        for (var i = 0; i < map.Length; i++)
            map[i] = char.IsSurrogate((char)i) ? (char)i : WithoutDiacritics(char.ToLowerInvariant((char)i));
        Set(map, "\n\t\u00A0", ' ');
        Set(map, "\u2018\u2019\u201A\u201B\u2032\u00B4\u02BC`", '\'');
        Set(map, "\u201C\u201D\u201E\u201F\u2033\u300C\u300D\u300E\u300F", '"');
        Set(map, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212", '-');
        Set(map, "\u30FB\u2022\u2027\u22C5", '\u00B7');
        foreach (var pairs in TraditionalCharacters.Pairs)
            for (var i = 0; i + 1 < pairs.Length; i += 2)
                map[pairs[i]] = pairs[i + 1];
        return map;
    }

    /// <summary>é as e, also ø, ł and đ, which do not decompose: people type brand names without them.</summary>
    private static char WithoutDiacritics(char letter)
    {
        if (letter < '\u00C0' || letter is > '\u024F' and < '\u1E00' or > '\u1EFF')
            return letter;
        return letter switch
        {
            '\u00F8' => 'o',
            '\u0142' => 'l',
            '\u0111' or '\u00F0' => 'd',
            '\u0131' => 'i',
            _ => UnicodeTable.Decompose(letter) is { Length: > 1 } parts && parts[0] is >= 'a' and <= 'z'
                ? (char)parts[0]
                : letter,
        };
    }

    private static void Set(char[] map, string characters, char target)
    {
        foreach (var character in characters)
            map[character] = target;
    }
}
