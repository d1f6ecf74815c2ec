using System.Diagnostics;
using CrisisFlow.Local.Commands;

namespace CrisisFlow.Evaluation.Learning;

/// <summary>
/// <c>evaluate train</c>: learns from the learning side of every set and writes what ships, and what it was learned
/// from.
/// </summary>
internal static class TrainCommand
{
    public static readonly string WeightsFile = Repository.In(
        "functions",
        "CrisisFlow.Scoring",
        "Tone",
        "sentiment.bin"
    );

    /// <summary>
    /// Keys of every text learned from, ascending, eight bytes each: a test holds them against the test side.
    /// </summary>
    public static readonly string LearnedFromFile = Repository.In(
        "bench",
        "CrisisFlow.Evaluation",
        "Learning",
        "learned-from.bin"
    );

    public static async Task<int> RunAsync()
    {
        var clock = Stopwatch.StartNew();
        var (weights, learnedFrom) = await Progress.RunAsync("Learning", progress => Task.Run(() => Learn(progress)));
        Directory.CreateDirectory(Path.GetDirectoryName(WeightsFile)!);
        File.WriteAllBytes(WeightsFile, weights);
        File.WriteAllBytes(LearnedFromFile, [.. learnedFrom.SelectMany(BitConverter.GetBytes)]);
        Console.WriteLine(
            $"Learned from {learnedFrom.Count} texts in {clock.Elapsed.TotalSeconds:0.0} s; wrote {weights.Length} "
                + $"bytes to {Path.GetRelativePath(Repository.Root, WeightsFile)}."
        );
        return 0;
    }

    /// <summary>The weights, and the keys of the texts they come from, ascending.</summary>
    public static (byte[] Weights, IReadOnlyList<ulong> LearnedFrom) Learn(IProgress<double> progress)
    {
        var sets = DataSets
            .All.Concat(OwnSentences.Sets)
            .Select(set => (set.Language, Rows: Split.Read(set, Side.Learn)))
            .ToList();
        var (chinese, english) = (Of(DataSets.Chinese), Of(DataSets.English));
        return (
            SentimentTrainer.Train(chinese, english, progress),
            [.. chinese.Concat(english).Select(r => r.Key).Distinct().Order()]
        );

        List<Row> Of(string language) =>
            [
                .. sets.Where(s => s.Language == language)
                    .SelectMany(s => s.Rows)
                    .Where(row => !DoubtfulLabels.Holds(row)),
            ];
    }
}
