namespace CrisisFlow.Warnings.Stories;

/// <summary>
/// Where two token rows differ: the pieces that stand in each other's place, by the longest common subsequence.
/// </summary>
internal static class StoryAlignment
{
    /// <param name="Left">What the first has here; may be empty.</param>
    /// <param name="Right">What the second has here; may be empty.</param>
    /// <param name="AtStart">Nothing common stands before it.</param>
    public readonly record struct Gap(Range Left, Range Right, bool AtStart);

    public static List<Gap> Gaps(ReadOnlySpan<StoryToken> left, ReadOnlySpan<StoryToken> right)
    {
        var width = right.Length + 1;
        var lengths = new byte[(left.Length + 1) * width];
        for (var i = left.Length - 1; i >= 0; i--)
        for (var j = right.Length - 1; j >= 0; j--)
            lengths[i * width + j] = left[i].Means(right[j])
                ? (byte)(lengths[(i + 1) * width + j + 1] + 1)
                : Math.Max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);

        var gaps = new List<Gap>();
        int a = 0,
            b = 0,
            fromA = 0,
            fromB = 0;
        var common = false;
        while (a < left.Length && b < right.Length)
        {
            if (left[a].Means(right[b]))
            {
                Close(a, b);
                common = true;
                fromA = ++a;
                fromB = ++b;
            }
            else if (lengths[(a + 1) * width + b] >= lengths[a * width + b + 1])
                a++;
            else
                b++;
        }

        Close(left.Length, right.Length);
        return gaps;

        void Close(int toA, int toB)
        {
            if (toA > fromA || toB > fromB)
                gaps.Add(new Gap(fromA..toA, fromB..toB, !common));
        }
    }
}
