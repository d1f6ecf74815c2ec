using System.Globalization;
using System.Numerics;

namespace CrisisFlow.Scoring.Lexicons;

/// <summary>Phrases with what they mean for sentiment, found by hash without allocation.</summary>
internal sealed class LexiconTable
{
    private const int MaxHanLength = 15;
    private readonly ulong[] _keys;
    private readonly LexiconEntry[] _entries;
    private readonly ushort[] _lengths = new ushort[65536];
    private readonly HashSet<ulong> _openings = [];
    private readonly int _mask;

    public LexiconTable(IEnumerable<string> lines)
    {
        var parsed = Parse(lines);
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, parsed.Count * 4));
        _keys = new ulong[capacity];
        _entries = new LexiconEntry[capacity];
        _mask = capacity - 1;
        foreach (var (phrase, entry) in parsed)
            Add(phrase, entry);
        Count = parsed.Count;
    }

    public int Count { get; }

    /// <summary>
    /// The longest phrase that starts here and is not made of words between spaces; 0 when none does.
    /// </summary>
    public int LongestAt(ReadOnlySpan<char> text, int start, out LexiconEntry entry)
    {
        entry = default;
        int lengths = _lengths[text[start]];
        if (lengths == 0)
            return 0;
        var best = 0;
        var hash = Seed;
        for (var length = 1; lengths >> length != 0 && start + length <= text.Length; length++)
        {
            hash = Mix(hash, text[start + length - 1]);
            if ((lengths >> length & 1) != 0 && Find(hash, out var found))
                (best, entry) = (length, found);
        }
        return best;
    }

    /// <summary>Whether some phrase of several words opens with these characters.</summary>
    public bool Opens(ulong hash) => _openings.Contains(hash);

    public bool Find(ulong hash, out LexiconEntry entry)
    {
        for (var slot = (int)(hash >> 20) & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == hash)
            {
                entry = _entries[slot];
                return true;
            }
        }
        entry = default;
        return false;
    }

    public const ulong Seed = 0xCBF29CE484222325;

    public static ulong Mix(ulong hash, char c) => (hash ^ c) * 0x9E3779B97F4A7C15 ^ hash >> 29;

    public static ulong Hash(ReadOnlySpan<char> phrase)
    {
        var hash = Seed;
        foreach (var c in phrase)
            hash = Mix(hash, c);
        return hash;
    }

    private void Add(string phrase, LexiconEntry entry)
    {
        var hash = Hash(phrase);
        var slot = (int)(hash >> 20) & _mask;
        while (_keys[slot] != 0 && _keys[slot] != hash)
            slot = (slot + 1) & _mask;
        _keys[slot] = hash;
        _entries[slot] = entry;
        if (!SentimentFold.IsWord(phrase[0]))
        {
            _lengths[phrase[0]] |= (ushort)(1 << Math.Min(phrase.Length, MaxHanLength));
            return;
        }
        var space = phrase.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0)
            _openings.Add(Hash(phrase.AsSpan(0, space)));
    }

    /// <summary>
    /// A line reads <c>kind value phrase phrase …</c>; kinds are v, emo, not, amp, but; an underscore inside a phrase
    /// of words is a space.
    /// A line that starts with <c>#</c> and a space is a comment. The last mention of a phrase wins.
    /// </summary>
    internal static Dictionary<string, LexiconEntry> Parse(IEnumerable<string> lines)
    {
        var parsed = new Dictionary<string, LexiconEntry>(8192);
        foreach (var line in lines)
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
                continue;
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var kind = parts[0] switch
            {
                "v" => LexiconKind.Valence,
                "emo" => LexiconKind.Emoticon,
                "not" => LexiconKind.Negator,
                "amp" => LexiconKind.Amplifier,
                "but" => LexiconKind.Contrast,
                _ => throw new FormatException(
                    $"A lexicon line begins with '{parts[0]}'; it must begin with v, emo, not, amp or but."
                ),
            };
            var entry = new LexiconEntry(kind, float.Parse(parts[1], CultureInfo.InvariantCulture));
            foreach (var part in parts.AsSpan(2))
            {
                var phrase = Folded(kind == LexiconKind.Emoticon ? part : part.Replace('_', ' '));
                // One character alone is as often part of some other word.
                var vague = kind == LexiconKind.Valence && phrase.Length == 1 && SentimentFold.IsHan(phrase[0]);
                parsed[phrase] = vague ? entry with { Value = entry.Value / 2 } : entry;
            }
        }
        return parsed;
    }

    private static string Folded(string phrase)
    {
        Span<char> folded = stackalloc char[phrase.Length];
        Span<int> origins = stackalloc int[phrase.Length];
        var length = SentimentFold.Fold(phrase, folded, origins);
        return new string(folded[..length]);
    }
}
