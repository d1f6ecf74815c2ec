using System.Globalization;

namespace CrisisFlow.Core.Folding;

/// <summary>
/// Unicode's normalisation data. Carried along because the program runs without the operating system's
/// cultures
/// (invariant globalization), where compatibility normalisation is not to be had; and so that every host folds alike.
/// </summary>
internal static class UnicodeTable
{
    private const int HangulFirst = 0xAC00,
        LeadFirst = 0x1100,
        VowelFirst = 0x1161,
        TailFirst = 0x11A7;
    private const int Leads = 19,
        Vowels = 21,
        Tails = 28;

    private static readonly Dictionary<int, int[]> Decompositions = [];
    private static readonly Dictionary<int, byte> Classes = [];
    private static readonly Dictionary<(int, int), int> Compositions = [];
    private static readonly HashSet<int> Seconds = [];

    static UnicodeTable()
    {
        using var stream = typeof(UnicodeTable).Assembly.GetManifestResourceStream("nfkc.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('D'))
                ReadDecomposition(line.AsSpan(2));
            else if (line.StartsWith('C'))
                ReadClass(line.AsSpan(2));
            else if (line.StartsWith('P'))
                ReadComposition(line.AsSpan(2));
        }
    }

    /// <summary>The full compatibility decomposition; null when a code point stays as it is.</summary>
    public static int[]? Decompose(int codePoint)
    {
        if (codePoint < 0xA0)
            return null;
        var syllable = codePoint - HangulFirst;
        if (syllable is < 0 or >= Leads * Vowels * Tails)
            return Decompositions.GetValueOrDefault(codePoint);
        int lead = LeadFirst + syllable / (Vowels * Tails),
            vowel = VowelFirst + syllable % (Vowels * Tails) / Tails,
            tail = syllable % Tails;
        return tail == 0 ? [lead, vowel] : [lead, vowel, TailFirst + tail];
    }

    /// <summary>0 for a character that stands for itself, more for a mark that follows one.</summary>
    public static byte Class(int codePoint) => codePoint < 0x300 ? (byte)0 : Classes.GetValueOrDefault(codePoint);

    /// <summary>The one character that two are; -1 when there is none.</summary>
    public static int Compose(int first, int second)
    {
        if (first is >= LeadFirst and < LeadFirst + Leads && second is >= VowelFirst and < VowelFirst + Vowels)
            return HangulFirst + ((first - LeadFirst) * Vowels + (second - VowelFirst)) * Tails;
        if (
            first is >= HangulFirst and < HangulFirst + Leads * Vowels * Tails
            && (first - HangulFirst) % Tails == 0
            && second is > TailFirst and < TailFirst + Tails
        )
            return first + (second - TailFirst);
        return Compositions.TryGetValue((first, second), out var composed) ? composed : -1;
    }

    /// <summary>Whether a code point may become one with what stands before it.</summary>
    public static bool MayJoinBackwards(int codePoint) =>
        Class(codePoint) != 0
        || Seconds.Contains(codePoint)
        || codePoint is >= VowelFirst and < VowelFirst + Vowels or > TailFirst and < TailFirst + Tails;

    private static void ReadDecomposition(ReadOnlySpan<char> rule)
    {
        var arrow = rule.IndexOf('>');
        var (first, last) = Range(rule[..arrow]);
        if (last > first)
        {
            var target = Hex(rule[(arrow + 1)..]);
            for (var i = first; i <= last; i++)
                Decompositions[i] = [target + i - first];
            return;
        }

        var parts = new List<int>(3);
        foreach (var part in rule[(arrow + 1)..].Split(' '))
            parts.Add(Hex(rule[(arrow + 1)..][part]));
        Decompositions[first] = [.. parts];
    }

    private static void ReadClass(ReadOnlySpan<char> rule)
    {
        var space = rule.IndexOf(' ');
        var value = byte.Parse(rule[..space], NumberStyles.None, CultureInfo.InvariantCulture);
        var (first, last) = Range(rule[(space + 1)..]);
        for (var i = first; i <= last; i++)
            Classes[i] = value;
    }

    private static void ReadComposition(ReadOnlySpan<char> rule)
    {
        int space = rule.IndexOf(' '),
            arrow = rule.IndexOf('>');
        int first = Hex(rule[..space]),
            second = Hex(rule[(space + 1)..arrow]);
        Compositions[(first, second)] = Hex(rule[(arrow + 1)..]);
        Seconds.Add(second);
    }

    private static (int First, int Last) Range(ReadOnlySpan<char> text)
    {
        var dash = text.IndexOf('-');
        return dash < 0 ? (Hex(text), Hex(text)) : (Hex(text[..dash]), Hex(text[(dash + 1)..]));
    }

    private static int Hex(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
