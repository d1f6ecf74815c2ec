namespace CrisisFlow.Evaluation.Learning;

/// <summary>
/// Labelled sentences written for this product, a file a subject: "+ text", "- text", "0 text"; the file's name begins
/// with the language.
/// None is measured, and one that resembles a measured text is not learned from either.
/// </summary>
internal static class OwnSentences
{
    /// <summary>
    /// Labels are sure and subjects many in Chinese, so each line counts as often as three of the given reviews' lines.
    /// </summary>
    public static readonly IReadOnlyList<DataSet> Sets =
    [
        Of(DataSets.Chinese, weight: 3),
        Of(DataSets.English, weight: 1),
    ];

    private static DataSet Of(string language, float weight) =>
        new($"own {language} sentences", language, 0, () => Read(language), weight);

    private static IEnumerable<LabelledText> Read(string language) =>
        Directory
            .GetFiles(Repository.In("bench", "CrisisFlow.Evaluation", "Learning", "Own"), language + "-*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 2 && line[0] is '+' or '-' or '0' && line[1] == ' ')
            .Select(line => new LabelledText(
                line[2..],
                line[0] switch
                {
                    '+' => 1,
                    '-' => -1,
                    _ => 0,
                }
            ));
}
