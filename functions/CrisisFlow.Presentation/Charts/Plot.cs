namespace CrisisFlow.Presentation.Charts;

/// <summary>One hour of a topic.</summary>
/// <param name="Hour">Its start.</param>
/// <param name="Mentions">0 or more.</param>
/// <param name="Negative">0 to <paramref name="Mentions"/>.</param>
/// <param name="Index">Risk index at its end, 0 to 100; null when it was not taken.</param>
public sealed record HourPoint(DateTimeOffset Hour, long Mentions, long Negative, double? Index);

/// <summary>Something that happened, drawn as a line across time.</summary>
public sealed record PlotMark(DateTimeOffset At, string Label);

/// <summary>Where points lie in a drawing of 640 by 260 units.</summary>
internal sealed class Plot(DateTimeOffset from, DateTimeOffset to, double top)
{
    public const int Width = 640,
        Height = 260,
        Left = 52,
        Right = 8,
        Above = 14,
        Below = 24;

    private readonly double _hours = Math.Max(1, (to - from).TotalHours);

    public double Top { get; } = top;

    public double HourWidth => (Width - Left - Right) / _hours;

    public double X(DateTimeOffset at) => Left + Math.Clamp((at - from).TotalHours, 0, _hours) * HourWidth;

    public double Y(double value) => Height - Below - Math.Clamp(value / Top, 0, 1) * (Height - Above - Below);

    public double Floor => Y(0);

    public bool Holds(DateTimeOffset at) => at >= from && at <= to;

    /// <summary>
    /// The smallest round number (1, 2 or 5 times a power of ten) that is at least <paramref name="value"/>.
    /// </summary>
    public static double Round(double value)
    {
        if (value <= 5)
            return 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        foreach (var factor in (double[])[1, 2, 5])
            if (value <= factor * power)
                return factor * power;
        return 10 * power;
    }

    /// <summary>Hours between two labels of the time axis: at most six labels, on steps people read easily.</summary>
    public int Step()
    {
        foreach (var step in (int[])[1, 2, 3, 6, 12, 24, 48, 72, 168])
            if (_hours / step <= 6)
                return step;
        return (int)Math.Ceiling(_hours / 6 / 24) * 24;
    }
}
