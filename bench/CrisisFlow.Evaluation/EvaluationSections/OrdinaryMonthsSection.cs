using System.Globalization;
using System.IO.Compression;
using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Settings;

namespace CrisisFlow.Evaluation.EvaluationSections;

/// <summary>
/// Two whole months of the hot list with fifty brands as topics: every day with orange or red, each with a reader's
/// judgement.
/// </summary>
internal static class OrdinaryMonthsSection
{
    private const int Days = 61;
    private const double Most = 0.01;

    public static async Task<Section> Run(IProgress<string> progress)
    {
        var items = Headlines();
        var topics = Lines("topics.txt");
        var judgements = Lines("judgements.txt")
            .Select(line => line.Split(' ', 4))
            .ToDictionary(parts => (parts[0], parts[1]), parts => (Justified: parts[2] == "yes", Why: parts[3]));
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"{items.Count} headlines, {topics.Count} brands, {topics.Count * Days} brand-days. A day counts when "
                + $"orange or red was raised on it (Asia/Shanghai). Justified: would a person who answers for the "
                + $"brand want to be told? Judged by hand, by the project's own people; an alarm without a judgement "
                + $"counts as not justified.\n\n| day | topic | level | headline | justified | why |\n| --- | --- | "
                + $"--- | --- | --- | --- |\n"
        );
        int all = 0,
            unjustified = 0;
        progress.Report("ordinary months");
        var alarms = await AlarmsAsync(items, topics);
        foreach (var topic in topics.Select(Name))
        {
            foreach (var day in alarms[topic])
            {
                var date = day.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                var judged = judgements.TryGetValue((date, topic), out var judgement);
                all++;
                if (!judged || !judgement.Justified)
                    unjustified++;
                var justified = judged && judgement.Justified ? "yes" : "**no**";
                page.Append($"| {date} | {topic} | {day.Level} | {RealTitles.Quote(day.Story)} | {justified} | ")
                    .Append($"{(judged ? judgement.Why : "not judged")} |\n");
            }
        }
        var share = unjustified / (double)(topics.Count * Days);
        var measured = share.ToString("0.0000", CultureInfo.InvariantCulture);
        page.Append($"\n{all} days with orange or red, {unjustified} of them not justified: ")
            .Append($"{measured} per brand-day.\n");
        var name = "ordinary months, unjustified orange days per brand-day";
        var bar = new Bar(name, measured, "at most 0.01", share <= Most);
        return new Section("Ordinary months", page.ToString(), [bar]);
    }

    /// <summary>
    /// All brands in one run, as one host would watch them; of each day the alarm with the highest index.
    /// </summary>
    private static async Task<ILookup<string, BacktestLine>> AlarmsAsync(List<DocumentItem> items, List<string> topics)
    {
        var lines = new List<BacktestLine>();
        var settings = new CrisisFlowSettings();
        foreach (var match in topics)
            settings.Topics.Add(
                new()
                {
                    Id = $"brand-{settings.Topics.Count}",
                    Name = Name(match),
                    Match = match,
                }
            );
        await BacktestRunner.RunAsync(items, new BacktestRequest(settings, _ => SourceCategory.HotList), lines.Add);
        return lines
            .Where(line => line.IsAlarm)
            .GroupBy(line => (line.Topic, Day: line.At.ToOffset(TimeSpan.FromHours(8)).Date))
            .Select(day => day.MaxBy(line => line.Index)!)
            .ToLookup(line => line.Topic);
    }

    private static string Name(string topic) => topic.Split(' ')[0];

    private static List<DocumentItem> Headlines()
    {
        using var file = new GZipStream(
            File.OpenRead(Path.Combine(Repository.Data, "weibo_headlines_2022-05_06.tsv.gz")),
            CompressionMode.Decompress
        );
        using var reader = new StreamReader(file);
        reader.ReadLine();
        var items = new List<DocumentItem>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            items.Add(
                new DocumentItem(
                    null,
                    cells[4],
                    null,
                    DateTimeOffset.FromUnixTimeSeconds(long.Parse(cells[0], CultureInfo.InvariantCulture)),
                    null,
                    null,
                    ""
                )
                {
                    Rank = int.TryParse(cells[3], CultureInfo.InvariantCulture, out var rank) ? rank : null,
                }
            );
        }
        return items;
    }

    private static List<string> Lines(string file) =>
        [
            .. File.ReadAllLines(Repository.In("bench", "CrisisFlow.Evaluation", "OrdinaryMonths", file))
                .Where(line => line.Length > 0 && line[0] != '#'),
        ];
}
