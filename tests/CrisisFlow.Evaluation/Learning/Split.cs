namespace CrisisFlow.Evaluation.Learning;

internal enum Side
{
    Learn,
    Test,
}

/// <param name="Key">Hash of the folded text.</param>
/// <param name="Group">The least key among its near-duplicates: decides the side and the fold.</param>
internal sealed record Row(string Text, int Label, ulong Key, ulong Group);

/// <summary>Divides a set by hash. A group of near-duplicates is on one side as a whole; of equal texts one stays.</summary>
internal static class Split
{
    public static Side SideOf(ulong group, int testPercent) => group % 100 < (ulong)testPercent ? Side.Test : Side.Learn;

    public static IReadOnlyList<Row> Read(DataSet set, Side side) => Divide([.. set.Read()], set.TestPercent, side);

    public static IReadOnlyList<Row> Divide(IReadOnlyList<LabelledText> texts, int testPercent, Side side)
    {
        var groups = NearDuplicates.Group([.. texts.Select(t => t.Text)]);
        var keys = texts.Select(t => TextKey.Hash(TextKey.Bare(t.Text))).ToArray();
        var least = new Dictionary<int, ulong>();
        for (var i = 0; i < keys.Length; i++)
            least[groups[i]] = Math.Min(keys[i], least.GetValueOrDefault(groups[i], ulong.MaxValue));
        var seen = new HashSet<ulong>();
        var rows = new List<Row>();
        for (var i = 0; i < keys.Length; i++)
        {
            if (SideOf(least[groups[i]], testPercent) == side && seen.Add(keys[i]))
                rows.Add(new Row(texts[i].Text, texts[i].Label, keys[i], least[groups[i]]));
        }
        return rows;
    }
}
