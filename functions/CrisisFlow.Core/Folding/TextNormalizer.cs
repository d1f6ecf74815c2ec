using System.Buffers;

namespace CrisisFlow.Core.Folding;

/// <summary>
/// Three gears: nothing to do (the same string), one character at a time, and text whose characters depend on each
/// other.
/// </summary>
internal static class TextNormalizer
{
    /// <summary>The longest expansion of one UTF-16 unit (U+FDFA).</summary>
    private const int LongestMapping = 18;

    public static string Normalize(string text)
    {
        var kinds = CharacterKinds.Of;
        var at = PlainPrefix(text, kinds);
        if (at == text.Length)
            return text;
        foreach (var unit in text.AsSpan(at))
            if (kinds[unit] == CharacterKind.Dependent)
                return DependentText.Normalize(text);
        return OneByOne(text, kinds) ?? DependentText.Normalize(text);
    }

    /// <summary>How far the text is normal: plain characters, single inner spaces, single inner line breaks.</summary>
    private static int PlainPrefix(string text, CharacterKind[] kinds)
    {
        var afterBreak = true;
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (kinds[unit] == CharacterKind.Plain)
            {
                afterBreak = false;
                continue;
            }

            if (unit is ' ' or '\n' && !afterBreak && i + 1 < text.Length)
            {
                afterBreak = true;
                continue;
            }

            if (
                char.IsHighSurrogate(unit)
                && i + 1 < text.Length
                && char.IsLowSurrogate(text[i + 1])
                && IsPlainPair(unit, text[i + 1])
            )
            {
                i++;
                afterBreak = false;
                continue;
            }

            return i;
        }

        return text.Length;
    }

    /// <summary>Null when a pair turns up that depends on its neighbours.</summary>
    private static string? OneByOne(string text, CharacterKind[] kinds)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + LongestMapping);
        var output = new NormalText(buffer);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            output.Reserve(text.Length - i + LongestMapping);
            switch (kinds[unit])
            {
                case CharacterKind.Plain:
                    output.Append(unit);
                    break;
                case CharacterKind.Mapped:
                    foreach (var mapped in CharacterKinds.Mapped(unit))
                        output.AppendAny(mapped);
                    break;
                case CharacterKind.Space:
                    output.Space();
                    break;
                case CharacterKind.LineBreak:
                    output.LineBreak();
                    break;
                case CharacterKind.Surrogate:
                    if (!char.IsHighSurrogate(unit) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                        output.Append('\uFFFD');
                    else if (IsPlainPair(unit, text[i + 1]))
                    {
                        output.Append(unit);
                        output.Append(text[++i]);
                    }
                    else
                    {
                        output.Return();
                        return null;
                    }

                    break;
            }
        }

        return output.ToStringAndReturn(text);
    }

    private static bool IsPlainPair(char high, char low)
    {
        var codePoint = char.ConvertToUtf32(high, low);
        return EmojiSequence.IsBase(codePoint)
            ? EmojiSequence.IsKeptAlone(codePoint) || UnicodeTable.Decompose(codePoint) is null
            : !CharacterKinds.IsDropped(codePoint)
                && UnicodeTable.Decompose(codePoint) is null
                && !UnicodeTable.MayJoinBackwards(codePoint);
    }
}
