namespace CrisisFlow.Core.Folding;

/// <summary>What normalising has to do about a UTF-16 unit; the order of the work, cheapest first.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Unchanged, regardless of its neighbours.</summary>
    Plain,

    /// <summary>Becomes one or more plain characters.</summary>
    Mapped,
    Space,
    LineBreak,

    /// <summary>Removed: control, zero-width, direction, filler, no character at all.</summary>
    Dropped,
    Surrogate,

    /// <summary>What becomes of it depends on its neighbours: marks, joiners, variation selectors.</summary>
    Dependent,
}

internal static class CharacterKinds
{
    /// <summary>By UTF-16 unit.</summary>
    public static readonly CharacterKind[] Of = Build();

    /// <summary>What a mapped unit becomes.</summary>
    public static string Mapped(char unit) => Mappings[unit];

    private static readonly Dictionary<char, string> Mappings = BuildMappings();

    public static bool IsDropped(int codePoint) =>
        codePoint
            is < 0x20
                or (>= 0x7F and < 0xA0)
                or 0xAD
                or 0x34F
                or 0x61C
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or 0x3164
                or (>= 0xFDD0 and <= 0xFDEF)
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFEFF
                or 0xFFA0
                or (>= 0xFFF0 and <= 0xFFFB)
                or (>= 0x1D173 and <= 0x1D17A)
                or (>= 0xE0000 and <= 0xE0FFF)
        || (codePoint & 0xFFFE) == 0xFFFE;

    public static bool IsLineBreak(int codePoint) => codePoint is (>= 0xA and <= 0xD) or 0x85 or 0x2028 or 0x2029;

    public static bool IsSpace(int codePoint) =>
        codePoint is 0x20 or 0x9 || (codePoint is >= 0x80 and <= 0xFFFF && char.IsWhiteSpace((char)codePoint));

    private static CharacterKind[] Build()
    {
        var kinds = new CharacterKind[0x10000];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = Kind(i);
        return kinds;
    }

    private static CharacterKind Kind(int unit)
    {
        if (unit is >= 0x4E00 and <= 0x9FFF or > 0x20 and < 0x7F)
            return CharacterKind.Plain;
        if (unit is >= 0xD800 and <= 0xDFFF)
            return CharacterKind.Surrogate;
        if (unit is 0x200D or 0xFE0F)
            return CharacterKind.Dependent;
        if (IsLineBreak(unit))
            return CharacterKind.LineBreak;
        if (IsSpace(unit))
            return CharacterKind.Space;
        if (IsDropped(unit))
            return CharacterKind.Dropped;
        if (UnicodeTable.MayJoinBackwards(unit))
            return CharacterKind.Dependent;
        if (UnicodeTable.Decompose(unit) is not { } parts)
            return CharacterKind.Plain;
        if (ComposesBack(unit, parts))
            return CharacterKind.Plain;
        return Array.TrueForAll(
            parts,
            part => part is >= 0x20 and <= 0xFFFF && !UnicodeTable.MayJoinBackwards(part) && !IsDropped(part)
        )
            ? CharacterKind.Mapped
            : CharacterKind.Dependent;
    }

    private static bool ComposesBack(int unit, int[] parts)
    {
        var composed = parts[0];
        foreach (var part in parts.AsSpan(1))
        {
            composed = UnicodeTable.Compose(composed, part);
            if (composed < 0)
                return false;
        }

        return composed == unit;
    }

    private static Dictionary<char, string> BuildMappings()
    {
        var mappings = new Dictionary<char, string>();
        for (var i = 0xA0; i < 0x10000; i++)
            if (Of[i] == CharacterKind.Mapped)
                mappings[(char)i] = string.Concat(UnicodeTable.Decompose(i)!.Select(part => (char)part));
        return mappings;
    }
}
