using CrisisFlow.Scoring;

namespace CrisisFlow.Evaluation.Learning;

/// <param name="Score">The model's, -1 to 1.</param>
internal sealed record Judged(Row Row, Sentiment Sentiment, double Score);

/// <summary>
/// What a set of judged texts adds up to. Polarity is the score's sign; texts labelled neutral count only in
/// <see cref="ThreeWay"/>.
/// </summary>
internal sealed class Measures
{
    private readonly IReadOnlyList<Judged> _polar;

    public Measures(IReadOnlyList<Judged> judged)
    {
        _polar = [.. judged.Where(j => j.Row.Label != 0)];
        Count = judged.Count;
        ThreeWay = Share(judged, j => ClassOf(j) == j.Row.Label);
        NeutralOfNeutral = Share([.. judged.Where(j => j.Row.Label == 0)], j => j.Sentiment == Sentiment.Neutral);
    }

    public int Count { get; }

    public int Polar => _polar.Count;

    public double Accuracy => Share(_polar, Right);

    public double MacroF1 => (F1(-1) + F1(1)) / 2;

    public double NegativeRecall => Share([.. _polar.Where(j => j.Row.Label < 0)], Right);

    public double NegativePrecision => Share([.. _polar.Where(j => Polarity(j) < 0)], Right);

    /// <summary>Share of texts with a feeling that were called neutral.</summary>
    public double CalledNeutral => Share(_polar, j => j.Sentiment == Sentiment.Neutral);

    public double ThreeWay { get; }

    public double NeutralOfNeutral { get; }

    /// <summary>Expected calibration error over ten bins of the chance of positive.</summary>
    public double CalibrationError
    {
        get
        {
            var bins = _polar.GroupBy(j => Math.Min(9, (int)((1 + j.Score) / 2 * 10)));
            return bins.Sum(b =>
                    Math.Abs(b.Average(j => (1 + j.Score) / 2) - b.Average(j => j.Row.Label > 0 ? 1.0 : 0)) * b.Count()
                ) / Math.Max(1, _polar.Count);
        }
    }

    public IEnumerable<Judged> Worst =>
        _polar.Where(j => !Right(j)).OrderByDescending(j => Math.Abs(j.Score)).ThenBy(j => j.Row.Key);

    private double F1(int label)
    {
        var hit = _polar.Count(j => j.Row.Label == label && Polarity(j) == label);
        var all = _polar.Count(j => j.Row.Label == label) + _polar.Count(j => Polarity(j) == label);
        return all == 0 ? 0 : 2.0 * hit / all;
    }

    private static int Polarity(Judged judged) => judged.Score > 0 ? 1 : -1;

    private static bool Right(Judged judged) => Polarity(judged) == judged.Row.Label;

    private static int ClassOf(Judged judged) =>
        judged.Sentiment switch
        {
            Sentiment.Positive => 1,
            Sentiment.Negative => -1,
            _ => 0,
        };

    private static double Share(IReadOnlyList<Judged> judged, Func<Judged, bool> which) =>
        judged.Count == 0 ? double.NaN : judged.Count(which) / (double)judged.Count;
}
