namespace CrisisFlow.Evaluation.Learning;

/// <summary>Labelled sentences written for this product; none is measured, and one that resembles a measured text is not learned from either.</summary>
internal static class OwnSentences
{
    public static readonly IReadOnlyList<DataSet> Sets =
    [
        new("own zh sentences", DataSets.Chinese, 0, () => Lines("own-chinese.txt")),
        new("own en sentences", DataSets.English, 0, () => Lines("own-english.txt")),
    ];

    private static IEnumerable<LabelledText> Lines(string file) =>
        File.ReadLines(Repository.In("tests", "CrisisFlow.Evaluation", "Learning", file))
            .Where(line => line.Length > 2 && line[0] is '+' or '-' or '0')
            .Select(line => new LabelledText(line[2..], line[0] switch { '+' => 1, '-' => -1, _ => 0 }));
}
