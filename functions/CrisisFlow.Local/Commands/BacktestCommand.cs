using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Queries;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Reading.Archives;
using CrisisFlow.Warnings;

namespace CrisisFlow.Local.Commands;

/// <summary>Replays an archive through the code that watches live.</summary>
internal static class BacktestCommand
{
    private const int MostProblems = 50;

    private static readonly string[] Categories = ["hotlist", "news", "social", "forum", "review", "support"];

    public static Command Create()
    {
        var archive = new Option<string>("--archive") { Description = "JSON Lines or CSV, also .gz.", Required = true, HelpName = "FILE" };
        var match = new Option<string>("--match") { Description = "The topic's query: AND, OR, NOT, \"phrases\", ( ).", Required = true, HelpName = "EXPR" };
        var category = new Option<string>("--category") { Description = "What kind of source the archive is: " + string.Join(", ", Categories) + ".", DefaultValueFactory = _ => "hotlist", HelpName = "CATEGORY" };
        var topic = new Option<string>("--topic") { Description = "Name that the lines carry.", DefaultValueFactory = _ => "topic", HelpName = "NAME" };
        var set = new Option<string[]>("--set") { Description = "Sets one warning setting, for example --set warnings.enterOrange=50. May be repeated.", HelpName = "NAME=VALUE" };
        var json = new Option<bool>("--json") { Description = "One JSON object a line; also when the output is no terminal." };
        var command = new Command("backtest", "Replays an archive and prints every warning raised, changed, cleared or held back, then a summary.") { archive, match, category, topic, set, json };
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var settings = new WarningSettings();
            foreach (var assignment in parse.GetValue(set) ?? [])
                if (WarningSettingsCheck.TrySet(settings, assignment) is { } problem) problems.Add(problem);
            problems.AddRange(WarningSettingsCheck.Failures(settings).Select(failure => failure.ToString()));
            var query = TopicQuery.Parse(parse.GetRequiredValue(match));
            if (query is QueryReading.Invalid invalid) problems.AddRange(invalid.Errors.Select(e => $"--match column {e.Column}: {e.Message}."));
            var kind = Array.FindIndex(Categories, c => c.Equals(parse.GetRequiredValue(category), StringComparison.OrdinalIgnoreCase));
            if (kind < 0) problems.Add($"--category '{parse.GetValue(category)}' is not one of {string.Join(", ", Categories)}.");
            var file = parse.GetRequiredValue(archive);
            if (Output.NoFile(file) is { } missing) problems.Add(missing);
            if (problems.Count > 0) return Output.Fail(string.Join(Environment.NewLine, problems));
            return Run(file, new BacktestRequest(new TopicId(parse.GetRequiredValue(topic)), ((QueryReading.Valid)query).Query, (SourceCategory)kind, settings), Output.IsJson(parse.GetValue(json)));
        });
        return command;
    }

    private static int Run(string file, BacktestRequest request, bool asJson)
    {
        using var output = Output.Open();
        var problems = 0;
        void Tell(ReadProblem problem)
        {
            if (++problems <= MostProblems) Console.Error.WriteLine($"{$"{problem.Source} {problem.Place}".Trim()}: {problem.Message}");
        }

        BacktestSummary summary;
        try
        {
            summary = Progress.Run("Replaying " + Path.GetFileName(file), progress => BacktestRunner.Run(
                ArchiveReader.ReadFile(file, Tell),
                request,
                line => output.WriteLine(asJson ? JsonSerializer.Serialize(line, BacktestLines.Json.BacktestLine) : BacktestLines.Text(line)),
                progress));
        }
        catch (InvalidDataException error)
        {
            // Half an archive would give figures that look like those of a whole one.
            return Output.Fail($"{file} is compressed and damaged or cut off: {error.Message}");
        }

        if (problems > MostProblems) Console.Error.WriteLine($"{problems - MostProblems} further problems are not listed; at most {MostProblems} are.");
        if (summary.Items == 0 && problems > 0) return Output.Fail($"{file} holds no item that could be read; an archive is JSON Lines or CSV with a header.");
        if (summary.Items == 0) Console.Error.WriteLine($"{file} holds no item; the figures are those of an empty archive.");
        output.WriteLine(asJson ? JsonSerializer.Serialize(summary, BacktestLines.Json.BacktestSummary) : BacktestLines.Text(summary));
        return 0;
    }
}

/// <summary>How lines are written for people and for machines.</summary>
internal static class BacktestLines
{
    /// <summary>Chinese stays readable.</summary>
    public static readonly BacktestJson Json = new(new JsonSerializerOptions(BacktestJson.Default.Options) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Text(BacktestLine line) => string.Create(
        CultureInfo.InvariantCulture,
        $"{line.At.UtcDateTime:yyyy-MM-dd HH:mm}  {line.Kind,-8}  {line.Level,-6}  {line.Index,5:0.0}  {line.Reason,-14}  {line.Story}");

    public static string Text(BacktestSummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"{summary.Items} items, {summary.Matched} of the topic, {summary.Untimed} without a time. Raised: {Counts(summary.Raised)}. Changed {summary.Changed}, cleared {summary.Cleared}. Held back: {Counts(summary.HeldBack)}. Open at the end: {summary.Open}.");

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"));
}
