using System.CommandLine;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Core.Queries;
using CrisisFlow.Monitoring.Backtesting;
using CrisisFlow.Reading.Values;
using CrisisFlow.Settings;
using CrisisFlow.Warnings;

namespace CrisisFlow.Local.Commands;

/// <summary>Options of a backtest, and the settings a host with this one topic would have.</summary>
internal sealed class BacktestOptions
{
    private const string TopicId = "topic";

    private static readonly string[] Categories = ["hotlist", "news", "social", "forum", "review", "support"];

    private readonly Option<string> _archive = new("--archive")
    {
        Description = "JSON Lines or CSV, also .gz.",
        Required = true,
        HelpName = "FILE",
    };

    private readonly Option<string> _match = new("--match")
    {
        Description = "The topic's query: AND, OR, NOT, \"phrases\", ( ).",
        Required = true,
        HelpName = "EXPR",
    };

    private readonly Option<string> _category = new("--category")
    {
        Description = $"Category of the archive: {string.Join(", ", Categories)}.",
        DefaultValueFactory = _ => Categories[0],
        HelpName = "CATEGORY",
    };

    private readonly Option<string[]> _source = new("--source")
    {
        Description =
            "Category of one source in the archive, for example --source board=forum; the others "
            + "are of --category. May be repeated.",
        HelpName = "NAME=CATEGORY",
    };

    private readonly Option<string> _topic = new("--topic")
    {
        Description = "The topic's name from settings; shown in each line.",
        DefaultValueFactory = _ => TopicId,
        HelpName = "NAME",
    };

    private readonly Option<string> _zone = new("--time-zone")
    {
        Description = "IANA time zone of the brand, for quiet hours.",
        DefaultValueFactory = _ => new BrandSettings().TimeZone,
        HelpName = "ZONE",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Sets one warning setting, for example --set warnings.enterOrange=50. May be repeated.",
        HelpName = "NAME=VALUE",
    };

    public IEnumerable<Option> All => [_archive, _match, _category, _source, _topic, _zone, _set];

    /// <returns>No request when something is wrong.</returns>
    public (string File, BacktestRequest? Request, IReadOnlyList<string> Problems) Read(ParseResult parse)
    {
        var problems = new List<string>();
        var warnings = new WarningSettings();
        foreach (var assignment in parse.GetValue(_set) ?? [])
            if (WarningSettingsCheck.TrySet(warnings, assignment) is { } problem)
                problems.Add(problem);
        problems.AddRange(WarningSettingsCheck.Failures(warnings).Select(failure => failure.ToString()));
        var match = parse.GetRequiredValue(_match);
        if (TopicQuery.Parse(match) is QueryReading.Invalid invalid)
            problems.AddRange(invalid.Errors.Select(e => $"--match column {e.Column}: {e.Message}."));
        var zone = parse.GetRequiredValue(_zone);
        if (IanaZones.Find(zone) is null)
            problems.Add(
                $"--time-zone '{zone}' is not a time zone this machine knows; write an IANA name such as Asia/Shanghai."
            );
        var otherwise = Category("--category", parse.GetRequiredValue(_category), problems);
        var sources = Sources(parse.GetValue(_source) ?? [], problems);
        var file = parse.GetRequiredValue(_archive);
        if (Output.NoFile(file) is { } missing)
            problems.Add(missing);
        if (problems.Count > 0)
            return (file, null, problems);
        var settings = new CrisisFlowSettings
        {
            Brand = new() { TimeZone = zone },
            Topics =
            [
                new()
                {
                    Id = TopicId,
                    Name = parse.GetRequiredValue(_topic),
                    Match = match,
                },
            ],
            Warnings = warnings,
        };
        return (file, new BacktestRequest(settings, source => sources.GetValueOrDefault(source, otherwise)), []);
    }

    // As settings find a source by its name.
    private static Dictionary<string, SourceCategory> Sources(string[] assignments, List<string> problems)
    {
        var sources = new Dictionary<string, SourceCategory>(StringComparer.OrdinalIgnoreCase);
        foreach (var assignment in assignments)
        {
            if (assignment.LastIndexOf('=') is var at and > 0)
                sources[assignment[..at].Trim()] = Category("--source", assignment[(at + 1)..].Trim(), problems);
            else
                problems.Add($"--source '{assignment}' is not like board=forum.");
        }

        return sources;
    }

    private static SourceCategory Category(string option, string given, List<string> problems)
    {
        var at = Array.FindIndex(Categories, name => name.Equals(given, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
            problems.Add($"{option} '{given}' is not one of {string.Join(", ", Categories)}.");
        return (SourceCategory)at;
    }
}
