namespace CrisisFlow.Core.Folding;

/// <summary>
/// Which joiners, selectors and tags belong to an emoji and stay, while everywhere else they are invisible and go.
/// </summary>
internal static class EmojiSequence
{
    private const int Joiner = 0x200D,
        Selector = 0xFE0F,
        Keycap = 0x20E3,
        BlackFlag = 0x1F3F4;

    public static bool IsBase(int codePoint) =>
        codePoint
            is 0xA9
                or 0xAE
                or 0x203C
                or 0x2049
                or 0x2122
                or 0x2139
                or (>= 0x2190 and <= 0x21FF)
                or (>= 0x2300 and <= 0x23FF)
                or 0x24C2
                or (>= 0x25A0 and <= 0x27BF)
                or (>= 0x2900 and <= 0x297F)
                or (>= 0x2B00 and <= 0x2BFF)
                or 0x3030
                or 0x303D
                or 0x3297
                or 0x3299
                or (>= 0x1F000 and <= 0x1FAFF);

    /// <summary>Emoji by themselves although a compatibility decomposition exists (the squared ideographs).</summary>
    public static bool IsKeptAlone(int codePoint) =>
        codePoint
            is 0x1F201
                or 0x1F21A
                or 0x1F22F
                or (>= 0x1F232 and <= 0x1F236)
                or (>= 0x1F238 and <= 0x1F23A)
                or 0x1F250
                or 0x1F251;

    public static bool IsTag(int codePoint) => codePoint is >= 0xE0020 and <= 0xE007F;

    /// <summary>Whether an otherwise invisible code point stays.</summary>
    /// <param name="before">What was kept last; -1 at the start.</param>
    /// <param name="after">What comes next; -1 at the end.</param>
    public static bool Keeps(int codePoint, int before, int after) =>
        codePoint switch
        {
            Selector => IsBase(before) || (after == Keycap && before is (>= '0' and <= '9') or '#' or '*'),
            Joiner => (IsBase(before) || before == Selector)
                && IsBase(after)
                && (IsKeptAlone(after) || UnicodeTable.Decompose(after) is null),
            _ => IsTag(codePoint) && (before == BlackFlag || IsTag(before)),
        };

    /// <summary>
    /// Whether a base is not decomposed: shown as emoji by itself, or asked to be by the selector after it.
    /// </summary>
    public static bool KeepsBase(int codePoint, int after) =>
        IsKeptAlone(codePoint) || (after == Selector && IsBase(codePoint));
}
