using System.Text;
using CrisisFlow.Evaluation.Learning;
using CrisisFlow.Scoring;
using CrisisFlow.Scoring.Tone;

namespace CrisisFlow.Evaluation.EvaluationSections;

/// <summary>Accuracy of sentiment on the parts no learning has seen.</summary>
internal static class SentimentSection
{
    private const int Examples = 6;
    private const int ExampleLength = 90;

    private static readonly IReadOnlyDictionary<string, double> Wanted = new Dictionary<string, double>
    {
        ["zh reviews"] = 0.90,
        ["en UCI review sentences"] = 0.82,
        ["en tweets (VADER)"] = 0.88,
    };

    public static Task<Section> Run(IProgress<string> progress)
    {
        var table = new StringBuilder(
            "| set | n | accuracy | macro-F1 | negative recall | negative precision | called neutral | neutral "
                + "found | calibration error |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        );
        var examples = new StringBuilder();
        var bars = new List<Bar>();
        var everyLine = "";
        foreach (var set in DataSets.All)
        {
            progress.Report(set.Name);
            var judged = Judge(Split.Read(set, Side.Test));
            var measures = new Measures(judged);
            table.Append(
                $"| {set.Name} | {measures.Polar} | {measures.Accuracy:0.000} | {measures.MacroF1:0.000} | "
                    + $"{measures.NegativeRecall:0.000} | {measures.NegativePrecision:0.000} | "
                    + $"{measures.CalledNeutral:0.000} | "
                    + $"{(double.IsNaN(measures.NeutralOfNeutral) ? "" : $"{measures.NeutralOfNeutral:0.00}")} | "
                    + $"{measures.CalibrationError:0.000} |\n"
            );
            if (set.Language == DataSets.Chinese)
                everyLine = EveryLine(set, judged);
            if (Wanted.TryGetValue(set.Name, out var wanted))
                bars.Add(
                    new Bar(
                        $"sentiment, {set.Name}: accuracy",
                        $"{measures.Accuracy:0.000}",
                        $"at least {wanted:0.00}",
                        measures.Accuracy >= wanted
                    )
                );
            Confusions(examples, set, measures);
        }
        progress.Report("headlines");
        var text = $"""
            Texts no learning has seen: {string.Join(
                ", ",
                DataSets.All.Select(s => $"{s.TestPercent} % of {s.Name}")
            )}, by hash; a group of near-duplicates is on one side as a whole, of equal texts one is kept.
            Accuracy, F1, recall and precision are of polarity (the sign of the score) over the n texts labelled
            positive or negative.

            {table}
            {everyLine}

            {Headlines()}

            ### Confusions

            The surest wrong answers of each set.

            {examples}
            """;
        return Task.FromResult(new Section("Sentiment", text, bars));
    }

    public static IReadOnlyList<Judged> Judge(IEnumerable<Row> rows) =>
        [
            .. rows.Select(row =>
            {
                var score = SentimentModel.Default.Score(row.Text);
                return new Judged(row, score.Sentiment, score.Score);
            }),
        ];

    /// <summary>The given file repeats most of its lines; whoever splits it line by line counts them so.</summary>
    private static string EveryLine(DataSet set, IReadOnlyList<Judged> judged)
    {
        var right = judged.ToDictionary(j => (j.Row.Key, j.Row.Label), j => j.Score > 0 == j.Row.Label > 0);
        var lines = set.Read()
            .Select(t => (TextKey.Hash(TextKey.Bare(t.Text)), t.Label))
            .Where(right.ContainsKey)
            .ToList();
        return $"Most lines of {set.Name} stand in the given file several times; with every line of the test side "
            + $"counted, accuracy is {lines.Count(l => right[l]) / (double)lines.Count:0.000} over "
            + $"{lines.Count} lines.";
    }

    private static string Headlines()
    {
        var titles = HeadlineList.Titles().Distinct().ToList();
        var scores = titles.Select(t => SentimentModel.Default.Score(t)).ToList();
        double Share(Sentiment sentiment) => 100.0 * scores.Count(s => s.Sentiment == sentiment) / scores.Count;
        return $"Of the {titles.Count} distinct headlines of May and June 2022, {Share(Sentiment.Neutral):0} % are "
            + $"called neutral, {Share(Sentiment.Negative):0} % negative, {Share(Sentiment.Positive):0} % positive "
            + "(nobody labelled them; what counts on a headline is its risk).";
    }

    private static void Confusions(StringBuilder examples, DataSet set, Measures measures)
    {
        examples.Append($"**{set.Name}**\n\n| labelled | score | text | because |\n| --- | --- | --- | --- |\n");
        foreach (var wrong in measures.Worst.Take(Examples))
        {
            var because = SentimentModel.Default.Score(wrong.Row.Text, explain: true).Because;
            examples.Append(
                $"| {(wrong.Row.Label > 0 ? "positive" : "negative")} | {wrong.Score:0.00} | {Cell(wrong.Row.Text)} "
                    + $"| {Cell(string.Join(" · ", because.Select(b => $"{b.Text} {b.Weight:+0.0;-0.0}")))} |\n"
            );
        }
        examples.Append('\n');
    }

    private static string Cell(string text)
    {
        var flat = text.Replace('\n', ' ')
            .Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal);
        return flat.Length <= ExampleLength ? flat : flat[..ExampleLength] + "…";
    }
}
