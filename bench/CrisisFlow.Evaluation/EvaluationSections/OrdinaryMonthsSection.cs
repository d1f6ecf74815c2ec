using System.Globalization;
using System.IO.Compression;
using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Queries;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Warnings;

namespace CrisisFlow.Evaluation.EvaluationSections;

/// <summary>Two whole months of the hot list with fifty brands as topics: every day with orange or red, each with a reader's judgement.</summary>
internal static class OrdinaryMonthsSection
{
    private const int Days = 61;
    private const double Most = 0.01;

    public static Task<Section> Run(IProgress<string> progress)
    {
        var items = Headlines();
        var topics = Lines("topics.txt");
        var judgements = Lines("judgements.txt").Select(line => line.Split(' ', 4)).ToDictionary(parts => (parts[0], parts[1]), parts => (Justified: parts[2] == "yes", Why: parts[3]));
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture,
            $"{items.Count} headlines, {topics.Count} brands, {topics.Count * Days} brand-days. A day counts when orange or red was raised on it (Asia/Shanghai). Justified: would a person who answers for the brand want to be told? Judged by hand, by the project's own people; an alarm without a judgement counts as not justified.\n\n| day | topic | level | headline | justified | why |\n| --- | --- | --- | --- | --- | --- |\n");
        int all = 0, unjustified = 0;
        foreach (var written in topics)
        {
            var topic = written.Split(' ')[0];
            progress.Report($"ordinary months: {topic}");
            foreach (var day in Alarms(items, topic, written))
            {
                var date = day.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                var judged = judgements.TryGetValue((date, topic), out var judgement);
                all++;
                if (!judged || !judgement.Justified) unjustified++;
                page.Append(CultureInfo.InvariantCulture, $"| {date} | {topic} | {day.Level} | {EventsSection.Cell(day.Story)} | {(judged && judgement.Justified ? "yes" : "**no**")} | {(judged ? judgement.Why : "not judged")} |\n");
            }
        }
        var share = unjustified / (double)(topics.Count * Days);
        page.Append(CultureInfo.InvariantCulture, $"\n{all} days with orange or red, {unjustified} of them not justified: {share:0.0000} per brand-day.\n");
        return Task.FromResult(new Section("Ordinary months", page.ToString(),
            [new Bar("ordinary months, unjustified orange days per brand-day", share.ToString("0.0000", CultureInfo.InvariantCulture), "at most 0.01", share <= Most)]));
    }

    private static IEnumerable<BacktestLine> Alarms(List<DocumentItem> items, string topic, string written)
    {
        var lines = new List<BacktestLine>();
        var query = TopicQuery.Parse(written) as QueryReading.Valid ?? throw new InvalidDataException($"topics.txt: '{written}' is no query.");
        BacktestRunner.Run(items, new BacktestRequest(new TopicId(topic), query.Query, SourceCategory.HotList, new WarningSettings()), lines.Add);
        return lines.Where(line => line.IsAlarm).GroupBy(line => line.At.ToOffset(TimeSpan.FromHours(8)).Date).Select(day => day.MaxBy(line => line.Index)!);
    }

    private static List<DocumentItem> Headlines()
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(Repository.Data, "weibo_headlines_2022-05_06.tsv.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        reader.ReadLine();
        var items = new List<DocumentItem>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            items.Add(new DocumentItem(null, cells[4], null, DateTimeOffset.FromUnixTimeSeconds(long.Parse(cells[0], CultureInfo.InvariantCulture)), null, null, "")
            {
                Rank = int.TryParse(cells[3], CultureInfo.InvariantCulture, out var rank) ? rank : null,
            });
        }
        return items;
    }

    private static List<string> Lines(string file) =>
        [.. File.ReadAllLines(Repository.In("bench", "CrisisFlow.Evaluation", "OrdinaryMonths", file)).Where(line => line.Length > 0 && line[0] != '#')];
}
