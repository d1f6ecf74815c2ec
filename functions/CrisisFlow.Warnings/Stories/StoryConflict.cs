using CrisisFlow.Core.Folding;

namespace CrisisFlow.Warnings.Stories;

/// <summary>
/// Why two alike texts are two stories all the same: another number of the same thing, something said and denied,
/// another name in the same place.
/// "48人死亡" is not "20人死亡".
/// </summary>
internal sealed class StoryConflict
{
    private const int LongestName = 6;

    private readonly HashSet<string> _names;
    private readonly HashSet<uint> _nameCodes;
    private readonly HashSet<uint> _dressing =
    [
        .. StoryWords.Dressing.SelectMany(word => word).Select(character => (uint)character),
    ];

    /// <param name="names">Names of brands and people told apart, folded for matching.</param>
    public StoryConflict(IReadOnlyList<string> names)
    {
        _names = [.. names, .. StoryWords.Places];
        _nameCodes =
        [
            .. names.Where(name => name.All(TextFolding.IsWordCharacter)).Select(name => StoryHash.Text(name)),
            .. StoryWords.EnglishPlaces,
        ];
    }

    public bool Differ(StoryText left, StoryText right) =>
        left.Denies != right.Denies
        || NumbersDiffer(left.Tokens, right.Tokens)
        || Negated(left.Tokens, right.Tokens)
        || Negated(right.Tokens, left.Tokens)
        || NamesDiffer(left.Tokens, right.Tokens);

    /// <summary>Each has a number the other lacks, of the same thing: with the same word after or before it.</summary>
    private static bool NumbersDiffer(StoryToken[] left, StoryToken[] right)
    {
        for (var i = 0; i < left.Length; i++)
            if (left[i].Kind == StoryTokenKind.Number && !Array.Exists(right, token => token.Means(left[i])))
                for (var j = 0; j < right.Length; j++)
                    if (
                        right[j].Kind == StoryTokenKind.Number
                        && !Array.Exists(left, token => token.Means(right[j]))
                        && SameThing(left, i, right, j)
                    )
                        return true;
        return false;
    }

    private static bool SameThing(StoryToken[] left, int i, StoryToken[] right, int j)
    {
        bool leftEnds = i + 1 == left.Length,
            rightEnds = j + 1 == right.Length;
        if (!leftEnds && !rightEnds && left[i + 1].Means(right[j + 1]))
            return true;
        return i > 0 && j > 0 && left[i - 1].Means(right[j - 1]);
    }

    /// <summary>What one text negates, the other states and never negates.</summary>
    private static bool Negated(StoryToken[] one, StoryToken[] other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i].Kind != StoryTokenKind.Negation)
                continue;
            var at = i + 1;
            while (at < one.Length && IsFiller(one[at]))
                at++;
            if (at >= one.Length || one[at].Kind == StoryTokenKind.Negation)
                continue;
            // Two Chinese characters make a word; an English word is one token.
            var length = one[at].Kind == StoryTokenKind.Han && at + 1 < one.Length ? 2 : 1;
            bool plain = false,
                negated = false;
            for (var j = 0; j + length <= other.Length; j++)
                if (Same(one, at, other, j, length))
                {
                    if (IsNegated(other, j))
                        negated = true;
                    else
                        plain = true;
                }

            if (plain && !negated)
                return true;
        }

        return false;
    }

    private static bool Same(StoryToken[] one, int i, StoryToken[] other, int j, int length)
    {
        for (var k = 0; k < length; k++)
            if (!one[i + k].Means(other[j + k]))
                return false;
        return true;
    }

    private static bool IsNegated(StoryToken[] tokens, int at)
    {
        for (at--; at >= 0 && IsFiller(tokens[at]); at--) { }

        return at >= 0 && tokens[at].Kind == StoryTokenKind.Negation;
    }

    private static readonly HashSet<uint> EnglishFillers =
    [
        .. StoryWords.EnglishFillers.Select(word => StoryHash.Text(word)),
    ];

    private static bool IsFiller(StoryToken token) =>
        token.Kind switch
        {
            StoryTokenKind.Han => StoryWords.Fillers.Contains((char)token.Code),
            StoryTokenKind.Word => EnglishFillers.Contains(token.Code),
            _ => false,
        };

    private bool NamesDiffer(StoryToken[] left, StoryToken[] right)
    {
        var isTitleCase = IsTitleCase(left) || IsTitleCase(right);
        foreach (var gap in StoryAlignment.Gaps(left, right))
        {
            ReadOnlySpan<StoryToken> a = left.AsSpan(gap.Left),
                b = right.AsSpan(gap.Right);
            if (a.Length == 0 || b.Length == 0)
                continue;
            if (
                Opposite(a, b)
                || OtherName(a, b, left, gap.Left, right, gap.Right)
                || (!isTitleCase && OtherCapitals(a, b))
            )
                return true;
            // In the subject's place, unless it is only another speaker or another way to begin.
            if (gap.AtStart && a.Length <= LongestName && b.Length <= LongestName && IsSubject(a) && IsSubject(b))
                return true;
        }

        return false;
    }

    private static bool Opposite(ReadOnlySpan<StoryToken> a, ReadOnlySpan<StoryToken> b)
    {
        foreach (var (one, other) in StoryWords.Opposites)
            if ((Holds(a, one) && Holds(b, other)) || (Holds(a, other) && Holds(b, one)))
                return true;
        return false;
    }

    private static bool Holds(ReadOnlySpan<StoryToken> tokens, string word)
    {
        if (!TextFolding.IsHan(word[0]))
        {
            var code = StoryHash.Text(word);
            foreach (var token in tokens)
                if (token.Kind == StoryTokenKind.Word && token.Code == code)
                    return true;
            return false;
        }

        for (var i = 0; i + word.Length <= tokens.Length; i++)
        {
            var k = 0;
            while (k < word.Length && tokens[i + k].Kind == StoryTokenKind.Han && tokens[i + k].Code == word[k])
                k++;
            if (k == word.Length)
                return true;
        }

        return false;
    }

    /// <summary>Both have a known name here, or a family name before the same word.</summary>
    private bool OtherName(
        ReadOnlySpan<StoryToken> a,
        ReadOnlySpan<StoryToken> b,
        StoryToken[] left,
        Range inLeft,
        StoryToken[] right,
        Range inRight
    )
    {
        if (a.Length == 1 && b.Length == 1 && IsFamilyName(a[0]) && IsFamilyName(b[0]))
            return true;
        return HoldsName(left, inLeft) && HoldsName(right, inRight);
    }

    private static bool IsFamilyName(StoryToken token) =>
        token.Kind == StoryTokenKind.Han && StoryWords.FamilyNames.Contains((char)token.Code);

    /// <summary>A known name that overlaps the piece; it may begin before it (湖南, 湖北).</summary>
    private bool HoldsName(StoryToken[] tokens, Range piece)
    {
        var (start, length) = piece.GetOffsetAndLength(tokens.Length);
        Span<char> name = stackalloc char[LongestName];
        for (var i = Math.Max(0, start - 1); i < start + length; i++)
        {
            if (tokens[i].Kind == StoryTokenKind.Word && i >= start && _nameCodes.Contains(tokens[i].Code))
                return true;
            for (
                var size = 0;
                size < LongestName && i + size < tokens.Length && tokens[i + size].Kind == StoryTokenKind.Han;
                size++
            )
            {
                name[size] = (char)tokens[i + size].Code;
                if (
                    size > 0
                    && i + size >= start
                    && _names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..(size + 1)])
                )
                    return true;
            }
        }

        return false;
    }

    private static bool OtherCapitals(ReadOnlySpan<StoryToken> a, ReadOnlySpan<StoryToken> b) =>
        Capital(a) && Capital(b);

    private static bool Capital(ReadOnlySpan<StoryToken> tokens)
    {
        foreach (var token in tokens)
            if (token.IsCapital)
                return true;
        return false;
    }

    private static bool IsTitleCase(StoryToken[] tokens)
    {
        int words = 0,
            capitals = 0;
        foreach (var token in tokens)
            if (token.Kind == StoryTokenKind.Word)
            {
                words++;
                capitals += token.IsCapital ? 1 : 0;
            }

        return words > 0 && capitals * 10 > words * 6;
    }

    private bool IsSubject(ReadOnlySpan<StoryToken> tokens)
    {
        if (tokens.Length == 1 && tokens[0].Kind == StoryTokenKind.Han)
            return false;
        foreach (var token in tokens)
            if (
                token.Kind == StoryTokenKind.Negation
                || token.Kind == StoryTokenKind.Number
                || (token.Kind == StoryTokenKind.Han && _dressing.Contains(token.Code))
            )
                return false;
        return true;
    }
}
