using System.Globalization;

namespace CrisisFlow.Scoring.Risk;

/// <summary>
/// The words of risk. Found by their first two characters, then the longest that fits, so that a text is read once and
/// nothing is allocated.
/// </summary>
internal sealed class RiskLexicon
{
    private static readonly Lazy<RiskLexicon> Loaded = new(() =>
        new RiskLexicon([
            "risk-chinese-scenes.txt",
            "risk-chinese-roles.txt",
            "risk-chinese.txt",
            "risk-english-scenes.txt",
            "risk-english.txt",
        ])
    );

    /// <summary>
    /// Group of words that begin with two characters, by a hash of both; 0 for none. Words that share a hash share a
    /// group.
    /// </summary>
    private readonly ushort[] _pairs = new ushort[65536];

    /// <summary>Group of the word of one character.</summary>
    private readonly ushort[] _single = new ushort[65536];

    private readonly (string Text, RiskWord Word)[][] _groups;

    private RiskLexicon(IEnumerable<string> resources)
    {
        var words = new Dictionary<string, RiskWord>(4096, StringComparer.Ordinal);
        var names = new List<string>();
        var pairs = new List<RiskPair>();
        foreach (var resource in resources)
        {
            using var stream =
                typeof(RiskLexicon).Assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException($"The assembly holds no resource '{resource}'.");
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
                Read(line, words, names, pairs);
        }
        Pairs = [.. pairs];
        var groups = words
            .GroupBy(word =>
                (
                    Short: word.Key.Length == 1,
                    Key: word.Key.Length == 1 ? (int)word.Key[0] : Hash(word.Key[0], word.Key[1])
                )
            )
            .ToArray();
        _groups = new (string, RiskWord)[groups.Length + 1][];
        _groups[0] = [];
        for (var i = 0; i < groups.Length; i++)
        {
            (groups[i].Key.Short ? _single : _pairs)[groups[i].Key.Key] = (ushort)(i + 1);
            _groups[i + 1] =
            [
                .. groups[i].Select(word => (word.Key, word.Value)).OrderByDescending(word => word.Key.Length),
            ];
        }
    }

    public static RiskLexicon Default => Loaded.Value;

    public RiskPair[] Pairs { get; }

    /// <summary>The longest word that starts here; 0 when none does.</summary>
    /// <param name="text">Folded for matching.</param>
    public int LongestAt(ReadOnlySpan<char> text, int start, out RiskWord word)
    {
        var length =
            start + 1 < text.Length
                ? Longest(_groups[_pairs[Hash(text[start], text[start + 1])]], text, start, out word)
                : Longest([], text, start, out word);
        return length > 0 ? length : Longest(_groups[_single[text[start]]], text, start, out word);
    }

    private static int Longest(
        (string Text, RiskWord Word)[] group,
        ReadOnlySpan<char> text,
        int start,
        out RiskWord word
    )
    {
        foreach (var (candidate, found) in group)
        {
            if (!text[start..].StartsWith(candidate))
                continue;
            var end = start + candidate.Length;
            if (IsLatin(candidate[^1]) && end < text.Length && IsLatin(text[end]))
            {
                if (!found.Stem)
                    continue;
                while (end < text.Length && IsLatin(text[end]))
                    end++;
            }
            word = found;
            return end - start;
        }
        word = default;
        return 0;
    }

    private static int Hash(char first, char second) => (first * 31 + second * 7919) & 0xFFFF;

    public static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    private static void Read(string line, Dictionary<string, RiskWord> words, List<string> names, List<RiskPair> pairs)
    {
        if (line.Length == 0 || line.StartsWith('#'))
            return;
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var next = 1;
        var bit = 0u;
        if (parts[0] is "x" or "y")
        {
            var name = parts[next++];
            if (!names.Contains(name))
            {
                names.Add(name);
                pairs.Add(default);
            }
            bit = 1u << names.IndexOf(name);
        }
        var group = parts[0] == "g" ? Enum.Parse<RiskGroups>(parts[next++]) : RiskGroups.None;
        var category = parts[0] is "e" or "v" or "y" ? Enum.Parse<RiskCategory>(parts[next++]) : RiskCategory.Unclear;
        var value = parts[0] is "e" or "v" or "f" or "b" or "y"
            ? float.Parse(parts[next++], CultureInfo.InvariantCulture)
            : 0;
        if (parts[0] == "y")
            pairs[names.IndexOf(parts[1])] = new RiskPair(category, value);
        var kind = parts[0] switch
        {
            "e" => RiskWordKind.Event,
            "v" => RiskWordKind.Deed,
            "f" => RiskWordKind.Form,
            "a" => RiskWordKind.Authority,
            "n" => RiskWordKind.Negation,
            "d" => RiskWordKind.Denial,
            "c" => RiskWordKind.Lesson,
            "r" => RiskWordKind.Rule,
            "u" => RiskWordKind.Undoing,
            "s" => RiskWordKind.Shield,
            "b" => RiskWordKind.Benign,
            "x" or "y" or "g" => RiskWordKind.None,
            _ => throw new FormatException(
                $"A line of risk words begins with '{parts[0]}'; it must begin with e, v, f, a, n, d, c, r, u, s, "
                    + "b, x, y or g."
            ),
        };
        for (; next < parts.Length; next++)
        {
            var text = parts[next].Replace('_', ' ').ToLowerInvariant();
            var stem = text.EndsWith('*');
            if (stem)
                text = text[..^1];
            words.TryGetValue(text, out var known);
            // A word may be half of several pairs beside what it says itself; of its own two meanings the first
            // stands.
            var mine =
                known.Kind == RiskWordKind.None
                    ? new RiskWord(kind, category, value, known.Opens, known.Closes, stem, known.Groups)
                    : known;
            words[text] = parts[0] switch
            {
                "x" => mine with { Opens = mine.Opens | bit },
                "y" => mine with { Closes = mine.Closes | bit },
                _ => mine with { Groups = mine.Groups | group },
            };
        }
    }
}
