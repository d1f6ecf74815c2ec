using CrisisFlow.Scoring.Lexicons;
using CrisisFlow.Scoring.Tone;

namespace CrisisFlow.Evaluation.Learning;

/// <summary>
/// Learns the weights that ship with the program. Two steps per language: n-grams, then the few features that weigh
/// them against the lexicons.
/// The second step sees n-gram verdicts only on texts their model was not learned from, so it does not overrate them.
/// </summary>
internal static class SentimentTrainer
{
    private const int Folds = 5;

    /// <summary>Phrases of the lexicons at least this strong are learned from like short texts.</summary>
    private const float StrongPhrase = 2;

    /// <summary>
    /// Held likely before anything is learned, in the features' order. It decides where the sets are silent: reviews
    /// hold no stickers and few emoji,
    /// on which posts live.
    /// </summary>
    private static readonly float[] Prior = [0, 1.2f, 0.4f, 0.3f, 0.2f, 0.1f, 3, 0.2f, 0, 0, -0.1f, 0.3f, 2.5f, 0];

    /// <summary>
    /// How many texts' worth the above is: much for pictures and contrast, little else, nothing for the bias.
    /// </summary>
    private static readonly float[] PriorStrength = [1e-4f, 1, 1, 1, 10, 10, 200, 200, 1, 1, 1, 1, 1, 1];

    public static byte[] Train(IReadOnlyList<Row> chinese, IReadOnlyList<Row> english, IProgress<double> progress)
    {
        if (chinese.Concat(english).FirstOrDefault(row => row.Side != Side.Learn) is { } forbidden)
            throw new InvalidOperationException(
                $"The text with key {forbidden.Key:x16} is on the test side; it is measured and must not be "
                    + "learned from."
            );
        var done = 0;
        void Step() => progress.Report(++done / (2.0 * (Folds + 1)));
        var zh = Language(
            chinese,
            "chinese.txt",
            new NgramSettings(Cost: 1, MinTexts: 2, Bayes: 0.5f, Epochs: 8),
            Step
        );
        var en = Language(
            english,
            "english.txt",
            new NgramSettings(Cost: 1, MinTexts: 2, Bayes: 0.5f, Epochs: 8),
            Step
        );
        var table = zh.Table.Zip(en.Table, (a, b) => a + b).ToArray();
        return SentimentWeights.Write(table, Clip(table), zh.Features, en.Features);
    }

    private static (float[] Table, float[] Features) Language(
        IReadOnlyList<Row> rows,
        string lexicon,
        NgramSettings settings,
        Action step
    )
    {
        var polar = rows.Where(r => r.Label != 0).ToList();
        var examples = new NgramExamples();
        foreach (var row in polar)
            examples.Add(row.Text, row.Label, row.Weight);
        foreach (var (phrase, value) in Lexicon.Phrases(lexicon).Where(p => Math.Abs(p.Value) >= StrongPhrase))
            examples.Add(phrase, Math.Sign(value));
        // A neutral text speaks for both sides at once: its n-grams are drawn to 0.
        foreach (var row in rows.Where(r => r.Label == 0))
        {
            examples.Add(row.Text, 1);
            examples.Add(row.Text, -1);
        }
        var always = Enumerable.Range(polar.Count, examples.Count - polar.Count).ToList();
        var all = Enumerable.Range(0, polar.Count).ToList();
        var margins = OutOfFold(examples, all, always, settings, step);
        var dense = DenseLearner.Learn(
            [.. all.Select(i => Features(polar[i].Text, margins[i]))],
            [.. polar.Select(r => r.Label)],
            Prior,
            PriorStrength
        );
        var whole = LinearLearner.Learn(examples, [.. all, .. always], settings);
        step();
        return (whole, [.. dense.Select(w => (float)w)]);

        float[] OutOfFold(NgramExamples examples, List<int> all, List<int> always, NgramSettings settings, Action step)
        {
            var margins = new float[all.Count];
            for (var fold = 0; fold < Folds; fold++)
            {
                var table = LinearLearner.Learn(
                    examples,
                    [.. all.Where(i => FoldOf(polar[i]) != fold), .. always],
                    settings
                );
                foreach (var i in all.Where(i => FoldOf(polar[i]) == fold))
                    margins[i] = LinearLearner.Margin(examples, i, table);
                step();
            }
            return margins;
        }
    }

    private static int FoldOf(Row row) => (int)(row.Group / 100 % Folds);

    private static float[] Features(string text, float ngrams)
    {
        var folded = new char[text.Length];
        var length = SentimentFold.Fold(text, folded, new int[text.Length]);
        var facts = new LexiconScan(Lexicon.Default, folded.AsSpan(0, length), new LexiconHit[256]).Read();
        var x = new float[SentimentFeatures.Count];
        SentimentFeatures.Fill(facts, ngrams, x);
        return x;
    }

    /// <summary>One weight in ten thousand is cut, so that the byte's steps stay fine for the rest.</summary>
    private static float Clip(float[] table)
    {
        var sizes = table.Where(w => w != 0).Select(Math.Abs).Order().ToArray();
        return sizes.Length == 0 ? 1 : sizes[(int)(sizes.Length * 0.9999)];
    }
}
