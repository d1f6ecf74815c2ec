namespace CrisisFlow.Evaluation.Nab;

/// <summary>One series under one profile and threshold.</summary>
/// <param name="Score">Not normalised.</param>
/// <param name="Null">The score of a detector that never speaks.</param>
/// <param name="Perfect">The number of windows times the weight of a hit.</param>
/// <param name="FalseDetections">Rows at or above the threshold outside every window and after the probation.</param>
internal sealed record NabResult(
    double Score,
    double Null,
    double Perfect,
    int Windows,
    int WindowsFound,
    int FalseDetections
)
{
    /// <summary>0 = never speaks, 100 = perfect.</summary>
    public double Normalised => Windows == 0 ? 0 : 100 * (Score - Null) / (Perfect - Null);

    public static NabResult Sum(IEnumerable<NabResult> results) =>
        results.Aggregate(
            new NabResult(0, 0, 0, 0, 0, 0),
            (sum, one) =>
                new NabResult(
                    sum.Score + one.Score,
                    sum.Null + one.Null,
                    sum.Perfect + one.Perfect,
                    sum.Windows + one.Windows,
                    sum.WindowsFound + one.WindowsFound,
                    sum.FalseDetections + one.FalseDetections
                )
        );
}

/// <summary>
/// The scoring of the Numenta Anomaly Benchmark (Lavin and Ahmad 2015, version 1): the first detection in a window
/// counts by how early it is, on a
/// sigmoid; every detection outside counts against, less just after a window; a window without detection is a miss.
/// </summary>
internal static class NabScoring
{
    private const double ProbationShare = 0.15;
    private const int ProbationRows = 750;
    private static readonly double BestHit = Sigmoid(-1);

    public static NabResult Score(
        IReadOnlyList<double> scores,
        IReadOnlyList<(int First, int Last)> windows,
        NabProfile profile,
        double threshold
    )
    {
        var probation = Math.Min(Math.Floor(ProbationShare * scores.Count), ProbationRows);
        var best = windows.Select(_ => double.NaN).ToArray();
        // A window that ends within the probation is not scored at all.
        var counted = windows.Select(window => window.Last >= probation).ToArray();
        double against = 0;
        var falseDetections = 0;
        for (var row = (int)probation; row < scores.Count; row++)
        {
            if (scores[row] < threshold)
                continue;
            var inside = Find(windows, row);
            if (inside >= 0)
            {
                var (first, last) = windows[inside];
                var hit = Sigmoid(-(last - row + 1.0) / (last - first + 1.0)) * profile.Hit / BestHit;
                // A window's part begins at a miss, and only a better hit replaces it.
                best[inside] = double.IsNaN(best[inside]) ? Math.Max(hit, -profile.Miss) : Math.Max(best[inside], hit);
                continue;
            }

            falseDetections++;
            against += profile.FalseAlarm * Outside(windows, row);
        }

        var found = best.Count(hit => !double.IsNaN(hit));
        var parts = 0.0;
        for (var i = 0; i < windows.Count; i++)
            if (counted[i])
                parts += double.IsNaN(best[i]) ? -profile.Miss : best[i];
        return new NabResult(
            parts + against,
            -profile.Miss * counted.Count(c => c),
            profile.Hit * windows.Count,
            windows.Count,
            found,
            falseDetections
        );
    }

    /// <summary>
    /// The threshold with the best standard score over all series together; the benchmark's own way, for comparison.
    /// </summary>
    public static double BestThreshold(
        IReadOnlyList<(IReadOnlyList<double> Scores, NabSeries Series)> all,
        NabProfile profile
    )
    {
        var candidates = all.SelectMany(one => one.Scores)
            .Where(score => score > 0.3)
            .Distinct()
            .OrderDescending()
            .Take(400)
            .Append(1.1);
        return candidates.MaxBy(threshold =>
            all.Sum(one => Score(one.Scores, one.Series.Windows, profile, threshold).Score)
        );
    }

    private static int Find(IReadOnlyList<(int First, int Last)> windows, int row)
    {
        for (var i = 0; i < windows.Count; i++)
            if (row >= windows[i].First && row <= windows[i].Last)
                return i;
        return -1;
    }

    /// <summary>-1, or less against just behind a window.</summary>
    private static double Outside(IReadOnlyList<(int First, int Last)> windows, int row)
    {
        var before = windows.Where(window => window.Last < row).ToArray();
        if (before.Length == 0)
            return -1;
        var (first, last) = before[^1];
        return Sigmoid((row - last) / (double)(last - first));
    }

    /// <summary>
    /// 1 to -1 over the position: -1 = a window's left edge, 0 = its right edge, beyond 3 = far behind.
    /// </summary>
    private static double Sigmoid(double position) => position > 3 ? -1 : 2 / (1 + Math.Exp(5 * position)) - 1;
}
