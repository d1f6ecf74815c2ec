namespace CrisisFlow.Evaluation.Learning;

internal enum Side
{
    Learn,
    Test,
}

/// <param name="Key">Hash of the folded text.</param>
/// <param name="Group">The least key among its near-duplicates: decides the side and the fold.</param>
/// <param name="Weight">How many times it counts when n-grams are learned.</param>
internal sealed record Row(string Text, int Label, ulong Key, ulong Group, Side Side, float Weight = 1);

/// <summary>
/// Divides sets by hash. A group of near-duplicates, over all sets together, is on one side as a whole; of equal texts
/// of a set one stays.
/// </summary>
internal static class Split
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<Row>>> Divided = new(() =>
        Divide([.. DataSets.All, .. OwnSentences.Sets])
    );

    /// <summary>One side of one of the given sets.</summary>
    public static IReadOnlyList<Row> Read(DataSet set, Side side) =>
        [.. Divided.Value[set.Name].Where(row => row.Side == side)];

    public static Side SideOf(ulong group, int testPercent) =>
        group % 100 < (ulong)testPercent ? Side.Test : Side.Learn;

    /// <summary>
    /// Both sides of each set, by its name. A group that reaches over several sets follows the largest share of them.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Row>> Divide(IReadOnlyList<DataSet> sets)
    {
        var texts = sets.SelectMany(set =>
                set.Read().Select(text => (Set: set, text.Text, text.Label, Key: TextKey.Hash(TextKey.Bare(text.Text))))
            )
            .ToList();
        var groups = NearDuplicates.Group([.. texts.Select(t => t.Text)]);
        var least = new Dictionary<int, ulong>();
        var percent = new Dictionary<int, int>();
        for (var i = 0; i < texts.Count; i++)
        {
            least[groups[i]] = Math.Min(texts[i].Key, least.GetValueOrDefault(groups[i], ulong.MaxValue));
            percent[groups[i]] = Math.Max(texts[i].Set.TestPercent, percent.GetValueOrDefault(groups[i]));
        }
        var rows = sets.ToDictionary(set => set.Name, _ => new List<Row>());
        var seen = new HashSet<(string, ulong)>();
        for (var i = 0; i < texts.Count; i++)
        {
            var (set, text, label, key) = texts[i];
            var group = least[groups[i]];
            if (seen.Add((set.Name, key)))
                rows[set.Name].Add(new Row(text, label, key, group, SideOf(group, percent[groups[i]]), set.Weight));
        }
        return rows.ToDictionary(r => r.Key, IReadOnlyList<Row> (r) => r.Value);
    }
}
