using System.Diagnostics;
using System.Text;
using CrisisFlow.Evaluation.Learning;
using CrisisFlow.Evaluation.Throughput;
using CrisisFlow.Scoring.Lexicons;
using CrisisFlow.Scoring.Tone;

namespace CrisisFlow.Evaluation.EvaluationSections;

/// <summary>How many mentions one core scores in a second, beside what one writes first.</summary>
internal static class ThroughputSection
{
    private const int Length = 140;
    private const int Texts = 8000;
    private const int Wanted = 30_000;
    private const int WantedBytes = 2048;

    public static Task<Section> Run(IProgress<string> progress)
    {
        progress.Report("loading the model");
        var clock = Stopwatch.StartNew();
        new SentimentModel(Lexicon.Load(), SentimentWeights.Embedded()).Score("好 good");
        var loading = clock.Elapsed;
        var texts = Mentions();
        var scoring = new MentionScoring();
        progress.Report("the whole");
        var whole = Timing.Of(texts, scoring.Score);
        var rows = new StringBuilder(
            "| step | mentions per second | microseconds | bytes allocated |\n| --- | --- | --- | --- |\n"
        );
        Row(rows, "**whole scoring**", whole);
        foreach (var (name, run) in scoring.Steps)
        {
            progress.Report(name);
            Row(rows, name, Timing.Of(texts, run));
        }
        progress.Report("plain baseline");
        var words = Lexicon
            .Phrases("chinese.txt")
            .Concat(Lexicon.Phrases("english.txt"))
            .DistinctBy(p => p.Phrase)
            .ToDictionary(p => p.Phrase, p => (double)p.Value);
        Row(
            rows,
            "plain baseline (dictionary of substrings, one search per brand)",
            Timing.Of(texts, new PlainScoring(words).Score)
        );
        var text = $"""
            {texts.Count} mentions of {Length} characters cut from the given reviews and sentences (two in three
            Chinese), one thread, explanations off; the best of several passes after a warm-up. The model
            loaded in {loading.TotalMilliseconds:0} ms.

            {rows}
            The baseline normalises nothing, knows no negation, no near-duplicates and no risk; it is here for scale.
            """;
        return Task.FromResult(
            new Section(
                "Throughput",
                text,
                [
                    new Bar(
                        "throughput, whole scoring of one mention",
                        $"{whole.PerSecond:0} per second",
                        $"at least {Wanted}",
                        whole.PerSecond >= Wanted
                    ),
                    new Bar(
                        "allocation per mention",
                        $"{whole.BytesPerText:0} bytes",
                        $"under {WantedBytes}",
                        whole.BytesPerText < WantedBytes
                    ),
                    new Bar(
                        "loading the sentiment model",
                        $"{loading.TotalMilliseconds:0} ms",
                        "under 200 ms",
                        loading.TotalMilliseconds < 200
                    ),
                ]
            )
        );
    }

    private static List<string> Mentions()
    {
        var chinese = Cut(DataSets.All.Where(s => s.Language == DataSets.Chinese), "。").Take(Texts * 2 / 3);
        var english = Cut(DataSets.All.Where(s => s.Language == DataSets.English), " ").Take(Texts / 3);
        return [.. chinese.Concat(english)];
    }

    private static IEnumerable<string> Cut(IEnumerable<DataSet> sets, string between)
    {
        var held = new StringBuilder();
        foreach (var text in sets.SelectMany(s => s.Read()).Select(t => t.Text))
        {
            held.Append(text).Append(between);
            for (; held.Length >= Length; held.Remove(0, Length))
                yield return held.ToString(0, Length);
        }
    }

    private static void Row(StringBuilder rows, string name, Timing timing) =>
        rows.Append($"| {name} | {timing.PerSecond:0} | {timing.Microseconds:0.0} | {timing.BytesPerText:0} |\n");
}
