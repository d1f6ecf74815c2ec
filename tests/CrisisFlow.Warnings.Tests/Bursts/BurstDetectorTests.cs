using System.Text.Json;
using CrisisFlow.Warnings.Bursts;

namespace CrisisFlow.Warnings.Tests.Bursts;

public sealed class BurstDetectorTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);
    private const int Day = 288;

    [Fact]
    public void A_burst_is_announced_once_and_nothing_else_is()
    {
        var counts = Enumerable.Range(0, 14 * Day).Select(Daily).ToArray();
        for (var i = 0; i < 20; i++)
            counts[10 * Day + i] += 600 - 25 * i;
        Assert.Equal([10 * Day], Announced(counts));
    }

    [Fact]
    public void Days_and_weeks_are_no_bursts()
    {
        var counts = Enumerable.Range(0, 42 * Day).Select(i => Daily(i) * (i / Day % 7 < 5 ? 1 : 0.35)).ToArray();
        Assert.Empty(Announced(counts));

        // The same weeks hide none either.
        const int noon = 36 * Day + 150;
        for (var i = 0; i < 20; i++)
            counts[noon + i] += 600 - 25 * i;
        Assert.Equal([noon], Announced(counts));
    }

    [Fact]
    public void A_new_level_is_announced_once_and_then_is_the_ordinary_one()
    {
        var counts = Enumerable.Range(0, 30 * Day).Select(i => Daily(i) * (i < 15 * Day ? 1 : 12)).ToArray();
        var announced = Announced(counts);
        Assert.InRange(announced[0], 15 * Day, 15 * Day + 24);
        Assert.True(announced.Count <= 2, $"Announced at {string.Join(", ", announced)}.");
    }

    [Fact]
    public void Missing_hours_are_neither_a_burst_nor_hide_one()
    {
        var detector = new BurstDetector(Step);
        var announced = new List<int>();
        for (var i = 0; i < 14 * Day; i++)
        {
            // Two days with no data at all, and one with nothing readable.
            if (i is > 6 * Day and < 8 * Day)
                continue;
            var count = i is > 9 * Day and < 10 * Day
                ? double.NaN
                : Daily(i) + (i is >= 12 * Day and < 12 * Day + 12 ? 500 : 0);
            if (detector.Score(Start + i * Step, count) >= BurstDetector.Threshold)
                announced.Add(i);
        }

        Assert.Equal([12 * Day], announced);
    }

    [Fact]
    public void Scores_do_not_depend_on_what_comes_later()
    {
        var counts = Enumerable.Range(0, 6 * Day).Select(Daily).ToArray();
        var whole = Scores(counts);
        counts.AsSpan(4 * Day).Fill(9999);
        Assert.Equal(whole[..(4 * Day)], Scores(counts)[..(4 * Day)]);
    }

    [Fact]
    public void A_detector_that_was_stored_goes_on_as_if_it_had_not_been()
    {
        var counts = Enumerable
            .Range(0, 6 * Day)
            .Select(i => Daily(i) + (i > 4 * Day && i < 4 * Day + 9 ? 400 : 0))
            .ToArray();
        var whole = Scores(counts);
        var first = new BurstDetector(Step);
        for (var i = 0; i < 4 * Day + 3; i++)
            first.Score(Start + i * Step, counts[i]);
        var json = JsonSerializer.Serialize(first.State, BurstJson.Default.BurstState);
        Assert.True(json.Length < 4096, $"The state takes {json.Length} characters.");
        var second = new BurstDetector(Step, JsonSerializer.Deserialize(json, BurstJson.Default.BurstState));
        for (var i = 4 * Day + 3; i < counts.Length; i++)
            Assert.Equal(whole[i], second.Score(Start + i * Step, counts[i]));
    }

    [Fact]
    public void Whatever_comes_in_the_score_lies_between_0_and_1()
    {
        var detector = new BurstDetector(TimeSpan.FromMinutes(1));
        double[] odd =
        [
            0,
            double.NaN,
            -5,
            double.PositiveInfinity,
            double.NegativeInfinity,
            double.MaxValue,
            1e300,
            0,
            1,
            0,
        ];
        for (var i = 0; i < 20_000; i++)
            Assert.InRange(detector.Score(Start.AddMinutes(i % 7 == 0 ? -i : i), odd[i * 31 % odd.Length]), 0, 1);
    }

    [Fact]
    public void The_figures_of_the_benchmark_hold()
    {
        var folder = DataFolder();
        if (folder is null)
            Assert.Skip("The folder shared/data beside the repository is absent.");
        // Burst by burst, not row by row: the evaluation project has the whole scoring.
        var outside = 0;
        var found = 0;
        var windows = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "combined_windows.json"))).RootElement;
        foreach (var entry in windows.EnumerateObject())
        {
            var spans = entry
                .Value.EnumerateArray()
                .Select(w => (First: w[0].GetString()![..19], Last: w[1].GetString()![..19]))
                .ToArray();
            var announced = AnomalyCsv
                .Score(File.ReadLines(Path.Combine(folder, entry.Name[(entry.Name.LastIndexOf('/') + 1)..])))
                .Skip(1 + 750)
                .Where(line =>
                    double.Parse(line[(line.LastIndexOf(',') + 1)..], System.Globalization.CultureInfo.InvariantCulture)
                    >= BurstDetector.Threshold
                )
                .Select(line => line[..19])
                .ToArray();
            found += spans.Count(span =>
                announced.Any(at =>
                    string.CompareOrdinal(at, span.First) >= 0 && string.CompareOrdinal(at, span.Last) <= 0
                )
            );
            outside += announced.Count(at =>
                !spans.Any(span =>
                    string.CompareOrdinal(at, span.First) >= 0 && string.CompareOrdinal(at, span.Last) <= 0
                )
            );
        }

        Assert.Equal(12, found);
        Assert.InRange(outside, 0, 10);
    }

    private static string? DataFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrisisFlow.sln")))
            folder = folder.Parent;
        var data = folder is null ? null : Path.Combine(folder.FullName, "..", "shared", "data", "nab_twitter_volume");
        return Directory.Exists(data) ? data : null;
    }

    /// <summary>Nights of 10, noons of 60, and a fixed noise of two fifths.</summary>
    private static double Daily(int i)
    {
        var noise = (uint)i * 2654435761u;
        noise ^= noise >> 15;
        noise *= 2246822519u;
        noise ^= noise >> 13;
        var uniform = (noise + 1.0) / 4294967297.0;
        return Math.Floor((35 - 25 * Math.Cos(2 * Math.PI * i / Day)) * (0.6 + 0.8 * uniform));
    }

    private static double[] Scores(double[] counts)
    {
        var detector = new BurstDetector(Step);
        return [.. counts.Select((count, i) => detector.Score(Start + i * Step, count))];
    }

    private static List<int> Announced(double[] counts) =>
        [.. Scores(counts).Index().Where(point => point.Item >= BurstDetector.Threshold).Select(point => point.Index)];
}
