namespace CrisisFlow.Scoring.Lexicons;

/// <summary>Finds a word by its stem: plurals, tenses, adverbs, and letters drawn out ("sooo", "loooved").</summary>
internal static class EnglishForms
{
    private const int MaxWord = 24;

    public static bool Find(LexiconTable table, ReadOnlySpan<char> word, out LexiconEntry entry)
    {
        entry = default;
        if (word.Length is < 3 or > MaxWord)
            return false;
        if (word.EndsWith("n't"))
        {
            entry = new LexiconEntry(LexiconKind.Negator, -0.8f);
            return true;
        }
        if (word.EndsWith("'s"))
            return table.Find(LexiconTable.Hash(word[..^2]), out entry) || Stem(table, word[..^2], out entry);
        if (Stem(table, word, out entry))
            return true;
        Span<char> shorter = stackalloc char[MaxWord];
        for (var keep = 2; keep >= 1; keep--)
        {
            var length = Undraw(word, shorter, keep);
            if (
                length < word.Length
                && (
                    table.Find(LexiconTable.Hash(shorter[..length]), out entry)
                    || Stem(table, shorter[..length], out entry)
                )
            )
                return true;
        }
        return false;
    }

    private static bool Stem(LexiconTable table, ReadOnlySpan<char> word, out LexiconEntry entry)
    {
        entry = default;
        foreach (var (suffix, replacement) in Suffixes)
        {
            if (word.Length - suffix.Length < 3 || !word.EndsWith(suffix))
                continue;
            var stem = word[..^suffix.Length];
            var hash = LexiconTable.Hash(stem);
            foreach (var c in replacement)
                hash = LexiconTable.Mix(hash, c);
            if (Valued(table, hash, out entry))
                return true;
            // "stopped" comes from "stop".
            if (
                replacement.Length == 0
                && stem.Length > 3
                && stem[^1] == stem[^2]
                && Valued(table, LexiconTable.Hash(stem[..^1]), out entry)
            )
                return true;
        }
        return false;
    }

    private static bool Valued(LexiconTable table, ulong hash, out LexiconEntry entry) =>
        table.Find(hash, out entry) && entry.Kind == LexiconKind.Valence;

    /// <summary>Runs of three or more of one letter shortened to <paramref name="keep"/>.</summary>
    private static int Undraw(ReadOnlySpan<char> word, Span<char> shorter, int keep)
    {
        var n = 0;
        for (var i = 0; i < word.Length; )
        {
            var end = i;
            while (end < word.Length && word[end] == word[i])
                end++;
            for (var k = 0; k < (end - i >= 3 ? keep : end - i); k++)
                shorter[n++] = word[i];
            i = end;
        }
        return n;
    }

    private static readonly (string Suffix, string Replacement)[] Suffixes =
    [
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
        ("ily", "y"),
        ("ly", "le"),
        ("ier", "y"),
        ("iest", "y"),
        ("ness", ""),
        ("iness", "y"),
        ("y", ""),
        ("y", "e"),
        ("ful", ""),
        ("in", ""),
        ("in", "e"),
        ("in'", ""),
        ("in'", "e"),
        ("ingly", ""),
        ("edly", ""),
    ];
}
