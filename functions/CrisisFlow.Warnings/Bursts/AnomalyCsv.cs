using System.Globalization;

namespace CrisisFlow.Warnings.Bursts;

/// <summary>
/// Scores a file of <c>timestamp,value</c>: first line a header, then one point a line, in order of time.
/// </summary>
public static class AnomalyCsv
{
    /// <summary>Points read ahead to learn how far apart they are; nothing else is taken from them.</summary>
    private const int Ahead = 25;

    /// <summary>
    /// <c>timestamp,value,score</c> line by line as they come, header first. The score is 0 to 1 with six decimals; 0.5
    /// announces a burst.
    /// Times without an offset are taken as UTC. An empty or unreadable value is a missing point, with score 0.
    /// </summary>
    /// <exception cref="FormatException">The header or a time cannot be read; the message names the line.</exception>
    public static IEnumerable<string> Score(IEnumerable<string> lines)
    {
        BurstDetector? detector = null;
        var waiting = new List<(string Line, DateTimeOffset At, double Value)>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (number == 1)
            {
                if (!line.TrimStart('\uFEFF').Trim().Equals("timestamp,value", StringComparison.OrdinalIgnoreCase))
                    throw new FormatException($"Line 1 is '{Shorten(line)}'; it must be 'timestamp,value'.");
                yield return "timestamp,value,score";
                continue;
            }

            if (line.Trim().Length == 0)
                continue;
            var point = Read(line, number);
            if (detector is not null)
            {
                yield return Scored(detector, point);
                continue;
            }

            waiting.Add(point);
            if (waiting.Count < Ahead)
                continue;
            detector = new BurstDetector(Interval(waiting));
            foreach (var first in waiting)
                yield return Scored(detector, first);
        }

        if (detector is not null || waiting.Count == 0)
            yield break;
        detector = new BurstDetector(Interval(waiting));
        foreach (var point in waiting)
            yield return Scored(detector, point);
    }

    private static string Scored(BurstDetector detector, (string Line, DateTimeOffset At, double Value) point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point.Line},{detector.Score(point.At, point.Value):0.000000}");

    private static (string Line, DateTimeOffset At, double Value) Read(string line, int number)
    {
        line = line.Trim();
        var comma = line.IndexOf(',');
        if (
            comma < 0
            || !DateTimeOffset.TryParse(
                line.AsSpan(0, comma),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at
            )
        )
            throw new FormatException(
                $"Line {number} is '{Shorten(line)}'; it must begin with a time and a comma, like '2026-01-31 "
                    + "08:05:00,12'."
            );
        return (
            line,
            at,
            double.TryParse(line.AsSpan(comma + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? value
                : double.NaN
        );
    }

    /// <summary>The median distance; 5 minutes when there is none.</summary>
    private static TimeSpan Interval(List<(string Line, DateTimeOffset At, double Value)> points)
    {
        var steps = points
            .Zip(points.Skip(1), (a, b) => b.At - a.At)
            .Where(step => step > TimeSpan.Zero)
            .Order()
            .ToArray();
        var median = steps.Length == 0 ? TimeSpan.FromMinutes(5) : steps[steps.Length / 2];
        return median > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : median;
    }

    private static string Shorten(string line) => line.Length <= 60 ? line : line[..60] + "…";
}
