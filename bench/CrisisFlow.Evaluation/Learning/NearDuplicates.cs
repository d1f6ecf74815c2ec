namespace CrisisFlow.Evaluation.Learning;

/// <summary>
/// Groups texts that are the same but for small edits, so that a group can be kept on one side of a split.
/// </summary>
internal static class NearDuplicates
{
    private const int ShingleLength = 4;
    private const int SketchSize = 8;
    private const int MaxCompared = 40;

    /// <summary>For each text the index of its group's first member.</summary>
    public static int[] Group(IReadOnlyList<string> texts)
    {
        var groups = Enumerable.Range(0, texts.Count).ToArray();
        var byText = new Dictionary<string, int>(texts.Count, StringComparer.Ordinal);
        var byShingle = new Dictionary<ulong, List<int>>();
        var shingles = new ulong[texts.Count][];
        for (var i = 0; i < texts.Count; i++)
        {
            var bare = TextKey.Bare(texts[i]);
            shingles[i] = [];
            if (!byText.TryAdd(bare, i))
            {
                Join(groups, i, byText[bare]);
                continue;
            }
            shingles[i] = Shingles(bare);
            foreach (var shingle in shingles[i].Take(SketchSize))
            {
                if (!byShingle.TryGetValue(shingle, out var others))
                    byShingle[shingle] = others = [];
                foreach (var other in others.Take(MaxCompared))
                {
                    if (Root(groups, i) != Root(groups, other) && Alike(shingles[i], shingles[other]))
                        Join(groups, i, other);
                }
                others.Add(i);
            }
        }
        return [.. groups.Select((_, i) => Root(groups, i))];
    }

    /// <summary>Sorted, so that the first few are a sketch any two likenesses share.</summary>
    private static ulong[] Shingles(string bare)
    {
        var set = new SortedSet<ulong>();
        for (var i = 0; i + ShingleLength <= bare.Length; i++)
            set.Add(TextKey.Hash(bare.AsSpan(i, ShingleLength)) * 0x9E3779B97F4A7C15);
        return [.. set];
    }

    /// <summary>Half of both in common, or nearly all of the shorter one.</summary>
    private static bool Alike(ulong[] a, ulong[] b)
    {
        var common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length; )
        {
            if (a[i] == b[j])
                (common, i, j) = (common + 1, i + 1, j + 1);
            else if (a[i] < b[j])
                i++;
            else
                j++;
        }
        var smaller = Math.Min(a.Length, b.Length);
        return common * 2 >= a.Length + b.Length - common || (smaller >= 8 && common * 5 >= smaller * 4);
    }

    private static int Root(int[] groups, int i)
    {
        while (groups[i] != i)
            i = groups[i] = groups[groups[i]];
        return i;
    }

    private static void Join(int[] groups, int a, int b)
    {
        var (x, y) = (Root(groups, a), Root(groups, b));
        groups[Math.Max(x, y)] = Math.Min(x, y);
    }
}
