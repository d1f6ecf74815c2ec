namespace CrisisFlow.Warnings.Bursts;

/// <summary>
/// How far a value lies beyond what is ordinary: a running high quantile and the mean excess over it. Beyond the
/// quantile the excess is taken as exponential,
/// which on a logarithmic scale is a power law: the heavy tail that counts of human attention have (peaks over
/// threshold, Pickands 1975).
/// </summary>
/// <param name="Smoothed">The count, smoothed over this tail's span.</param>
/// <param name="Quantile">Of the deviation from the baseline, natural logarithm.</param>
/// <param name="Excess">Mean excess over the quantile.</param>
/// <param name="Peak">The greatest deviation of the burst at hand.</param>
public readonly record struct BurstTail(double Smoothed, double Quantile, double Excess, double Peak)
{
    internal const double Ordinary = 0.98;
    private const double LeastExcess = 0.05;
    private const double QuantileGain = 8;
    private const double LargestLesson = 8;

    internal static readonly BurstTail Initial = new(double.NaN, 0, 0.3, 0);

    /// <summary>
    /// Minus the decimal logarithm of how often an ordinary value lies so far out; 0 up to the quantile.
    /// </summary>
    internal double Rarity(double deviation) =>
        deviation <= Quantile ? 0 : -Math.Log10(1 - Ordinary) + (deviation - Quantile) / Excess / Math.Log(10);

    internal BurstTail Learn(double deviation, long points, double memory)
    {
        var lesson = Math.Min(deviation, Quantile + LargestLesson * Excess);
        var step = QuantileGain * Excess / Math.Min(points, memory);
        var quantile = points <= 10 ? Quantile : Quantile + step * (Ordinary - (lesson < Quantile ? 1 : 0));
        var excess = Excess;
        if (lesson > quantile)
            excess +=
                (lesson - quantile - excess)
                * Math.Max(1 / (points * (1 - Ordinary) + 5), 1 / (memory * (1 - Ordinary)));
        return this with { Quantile = quantile, Excess = Math.Max(excess, LeastExcess) };
    }
}
