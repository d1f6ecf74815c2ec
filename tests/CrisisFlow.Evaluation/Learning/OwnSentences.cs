namespace CrisisFlow.Evaluation.Learning;

/// <summary>Labelled sentences written for this product; all of them are learned from, none is measured.</summary>
internal static class OwnSentences
{
    public static IReadOnlyList<Row> Read(string language) =>
        [.. File.ReadLines(Repository.In("tests", "CrisisFlow.Evaluation", "Learning", language == DataSets.Chinese ? "own-chinese.txt" : "own-english.txt"))
            .Where(line => line.Length > 2 && line[0] is '+' or '-' or '0')
            .Select(line => Row(line[2..], line[0] switch { '+' => 1, '-' => -1, _ => 0 }))];

    private static Row Row(string text, int label)
    {
        var key = TextKey.Hash(TextKey.Bare(text));
        return new Row(text, label, key, key);
    }
}
