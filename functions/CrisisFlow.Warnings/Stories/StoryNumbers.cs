using System.Globalization;
using CrisisFlow.Core.Folding;

namespace CrisisFlow.Warnings.Stories;

/// <summary>Numbers by their value: 4.8万 and 48,000 are one, and so are 十五 and 15.</summary>
internal static class StoryNumbers
{
    private const string Digits = "零一二三四五六七八九";
    private const string Counted = "人名例家款次倍成岁年月天日元块省市国死伤个台辆件起店所万亿千百十";

    private static readonly Dictionary<string, double> English = new(StringComparer.Ordinal)
    {
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["fifteen"] = 15,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["hundred"] = 100,
        ["dozen"] = 12,
    };

    private static readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> EnglishByText =
        English.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number a text begins with; length 0 when it begins with none.</summary>
    public static (int Length, double Value) Read(ReadOnlySpan<char> folded, char before)
    {
        var first = folded[0];
        if (char.IsAsciiDigit(first))
            return ReadDigits(folded);
        if (TextFolding.IsHan(first))
            return ReadChinese(folded, before);
        if (!char.IsAsciiLetter(first) || TextFolding.IsWordCharacter(before))
            return default;
        var length = 1;
        while (length < folded.Length && char.IsAsciiLetter(folded[length]))
            length++;
        return EnglishByText.TryGetValue(folded[..length], out var value) ? Scaled(folded, length, value) : default;
    }

    private static (int Length, double Value) ReadDigits(ReadOnlySpan<char> folded)
    {
        Span<char> digits = stackalloc char[24];
        int length = 0,
            count = 0;
        while (length < folded.Length && count < digits.Length)
        {
            var character = folded[length];
            var digitFollows = length + 1 < folded.Length && char.IsAsciiDigit(folded[length + 1]);
            if (char.IsAsciiDigit(character) || (character == '.' && digitFollows && !digits[..count].Contains('.')))
                digits[count++] = character;
            else if (character != ',' || !digitFollows)
                break;
            length++;
        }

        return Scaled(
            folded,
            length,
            double.Parse(digits[..count], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
        );
    }

    private static (int Length, double Value) ReadChinese(ReadOnlySpan<char> folded, char before)
    {
        double total = 0,
            current = 0;
        var length = 0;
        for (; length < folded.Length; length++)
        {
            var digit = folded[length] == '两' ? 2 : Digits.IndexOf(folded[length], StringComparison.Ordinal);
            if (digit >= 0)
                current = digit;
            else if (folded[length] is '十' or '百' or '千' && (length > 0 || folded[0] == '十'))
            {
                total +=
                    (current == 0 ? 1 : current)
                    * (
                        folded[length] == '十' ? 10
                        : folded[length] == '百' ? 100
                        : 1000
                    );
                current = 0;
            }
            else if (folded[length] is '万' or '亿' && length > 0)
            {
                total = (total + current) * (folded[length] == '万' ? 1e4 : 1e8);
                current = 0;
            }
            else
                break;
        }

        // A single numeral is a number only where something is counted: 一起, 统一 and 万一 are words.
        if (
            length == 0
            || (
                length == 1
                && (length >= folded.Length || !Counted.Contains(folded[length]) || before is '第' or '统' or '唯')
            )
        )
            return default;
        return Scaled(folded, length, total + current);
    }

    private static (int Length, double Value) Scaled(ReadOnlySpan<char> folded, int length, double value)
    {
        while (length < folded.Length && folded[length] is '万' or '亿' or '千' or '百')
            value *= folded[length++] switch
            {
                '万' => 1e4,
                '亿' => 1e8,
                '千' => 1e3,
                _ => 100,
            };
        var rest = folded[length..];
        foreach (
            var (word, factor) in (ReadOnlySpan<(string, double)>)
                [
                    (" million", 1e6),
                    (" billion", 1e9),
                    (" thousand", 1e3),
                    (" hundred", 100),
                    ("bn", 1e9),
                    ("m", 1e6),
                    ("k", 1e3),
                ]
        )
            if (
                rest.StartsWith(word) && (rest.Length == word.Length || !TextFolding.IsWordCharacter(rest[word.Length]))
            )
                return (length + word.Length, value * factor);
        return (length, value);
    }
}
