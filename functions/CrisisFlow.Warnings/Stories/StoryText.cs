using CrisisFlow.Core.Folding;

namespace CrisisFlow.Warnings.Stories;

/// <summary>
/// What of a mention tells the story: its title, or its text where there is no title to speak of; as shingles and as
/// tokens.
/// </summary>
internal sealed class StoryText
{
    /// <summary>Characters read; the first sentences are enough to identify a story.</summary>
    public const int LengthLimit = 240;

    /// <summary>A title with fewer letters and digits is no story by itself.</summary>
    private const int TellingTitle = 6;

    private StoryText(Fingerprint fingerprint, uint[] shingles, StoryToken[] tokens, bool denies) =>
        (Fingerprint, Shingles, Tokens, Denies) = (fingerprint, shingles, tokens, denies);

    public Fingerprint Fingerprint { get; }

    /// <summary>Hashes of all shingles, ascending, each once.</summary>
    public uint[] Shingles { get; }

    public StoryToken[] Tokens { get; }

    /// <summary>Whether the text denies its story.</summary>
    public bool Denies { get; }

    /// <param name="title">Normal text.</param>
    /// <param name="text">Normal text.</param>
    public static StoryText Of(string title, string text)
    {
        var told = StoryTrim.Trim(title);
        if (Letters(told) < TellingTitle && text.Length > 0)
            told = StoryTrim.Trim(
                title.Length == 0 || text.StartsWith(title, StringComparison.Ordinal) ? text : title + " " + text
            );
        if (told.Length > LengthLimit)
            told = told[..LengthLimit];

        Span<char> folded = stackalloc char[LengthLimit];
        Span<uint> shingles = stackalloc uint[LengthLimit];
        var fingerprint = Read(told, folded, ref shingles);
        return new StoryText(
            fingerprint,
            shingles.ToArray(),
            StoryTokenizer.Read(told, folded[..told.Length]),
            StoryWords.Denies(folded[..told.Length])
        );
    }

    /// <summary>
    /// The fingerprint alone, without what comparing word by word needs; allocates nothing for a text that needs no
    /// trimming.
    /// </summary>
    /// <param name="title">Normal text.</param>
    public static Fingerprint FingerprintOf(string title)
    {
        var told = StoryTrim.Trim(title);
        if (told.Length > LengthLimit)
            told = told[..LengthLimit];
        Span<char> folded = stackalloc char[LengthLimit];
        Span<uint> shingles = stackalloc uint[LengthLimit];
        return Read(told, folded, ref shingles);
    }

    /// <param name="shingles">Room for all; on return the distinct ones, ascending.</param>
    private static Fingerprint Read(string told, Span<char> folded, ref Span<uint> shingles)
    {
        TextFolding.FoldForMatching(told, folded);
        Span<char> content = stackalloc char[LengthLimit];
        var length = Content(folded[..told.Length], content);
        shingles = shingles[..ShinglesOf(content[..length], shingles)];
        Span<ushort> lanes = stackalloc ushort[Fingerprint.LaneCount];
        StoryHash.Minimum(shingles, lanes);
        return new Fingerprint(
            StoryHash.Content(content[..length]),
            Four(lanes),
            Four(lanes[4..]),
            Four(lanes[8..]),
            Four(lanes[12..])
        );
    }

    /// <summary>Letters and digits, with one space between words.</summary>
    private static int Content(ReadOnlySpan<char> folded, Span<char> content)
    {
        var length = 0;
        var gap = false;
        foreach (var character in folded)
        {
            if (!char.IsLetterOrDigit(character) && !char.IsSurrogate(character) && character is not ('%' or '&'))
            {
                gap = true;
                continue;
            }

            if (gap && length > 0 && !TextFolding.IsHan(character) && !TextFolding.IsHan(content[length - 1]))
                content[length++] = ' ';
            gap = false;
            content[length++] = character;
        }

        return length;
    }

    /// <summary>Two characters where the first is Chinese, else three.</summary>
    private static int ShinglesOf(ReadOnlySpan<char> content, Span<uint> all)
    {
        var count = 0;
        for (var i = 0; i + 1 < content.Length; i++)
        {
            var size = TextFolding.IsHan(content[i]) ? 2 : 3;
            if (i + size <= content.Length)
                all[count++] =
                    size == 2
                        ? StoryHash.Mix(((uint)content[i] << 16) | content[i + 1])
                        : StoryHash.Text(content.Slice(i, 3));
        }

        var sorted = all[..count];
        sorted.Sort();
        var unique = 0;
        for (var i = 0; i < count; i++)
            if (i == 0 || sorted[i] != sorted[unique - 1])
                sorted[unique++] = sorted[i];
        return unique;
    }

    private static int Letters(string text)
    {
        var count = 0;
        foreach (var character in text)
            if (char.IsLetterOrDigit(character))
                count++;
        return count;
    }

    private static ulong Four(ReadOnlySpan<ushort> lanes) =>
        lanes[0] | ((ulong)lanes[1] << 16) | ((ulong)lanes[2] << 32) | ((ulong)lanes[3] << 48);
}
