using System.CommandLine;
using CrisisFlow.Response.Channels;
using CrisisFlow.Settings;
using CrisisFlow.Settings.Starting;

namespace CrisisFlow.Local.Commands;

/// <summary>
/// Where the commands that need settings get them: a YAML file, appsettings.json beside it, the environment, --set.
/// </summary>
internal static class SettingsFile
{
    public const string Default = "crisisflow.yaml";

    private const string SetOption = "--set";

    public static Option<string> File() =>
        new("--settings", "-s")
        {
            Description = "Settings file.",
            DefaultValueFactory = _ => Default,
            HelpName = "FILE",
        };

    public static Option<string[]> Set() =>
        new(SetOption)
        {
            Description = "Sets one setting, for example --set warnings.enterOrange=50. May be repeated.",
            HelpName = "NAME=VALUE",
        };

    /// <param name="appSettings">What a deployment gives the app besides the file, by name
    /// (CrisisFlow__Warnings__EnterOrange).</param>
    public static Checked Check(
        string file,
        string[] set,
        HostKind host = HostKind.Local,
        IReadOnlyDictionary<string, string>? appSettings = null
    )
    {
        var isThere = System.IO.File.Exists(file);
        // On Azure everything may come as app settings.
        if (!isThere && (host == HostKind.Local || Directory.Exists(file)))
            return Unread(
                new(
                    file,
                    "",
                    Directory.Exists(file)
                        ? "This is a folder, not a file."
                        : "The file does not exist. Start from crisisflow.example.yaml."
                )
            );
        var problems = new List<SettingsProblem>();
        var assignments = Assignments(set, problems);
        var configuration = new ConfigurationBuilder()
            .SetBasePath(Path.GetDirectoryName(Path.GetFullPath(file))!)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(
                (appSettings ?? new Dictionary<string, string>()).Select(one =>
                    KeyValuePair.Create(one.Key.Replace("__", ":", StringComparison.Ordinal), (string?)one.Value)
                )
            )
            .AddInMemoryCollection(assignments)
            .Build();
        var sources = new SettingsSources
        {
            File = isThere ? file : null,
            Configuration = configuration,
            Environment = name => appSettings?.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name),
            IsForElsewhere = host != HostKind.Local,
        };
        var loaded = StartCheck.Read(sources, host, ChannelList.NewSettings(), ChannelList.Names);
        problems.AddRange(
            loaded.Problems.Select(problem =>
                assignments.Keys.Any(key => problem.Place == "configuration " + key)
                    ? problem with
                    {
                        Place = SetOption,
                    }
                    : problem
            )
        );
        return loaded with { Problems = problems };
    }

    private static Dictionary<string, string?> Assignments(string[] set, List<SettingsProblem> problems)
    {
        var assignments = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var assignment in set)
        {
            if (assignment.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
                assignments[SettingsLoader.Section + ":" + assignment[..at].Trim().Replace('.', ':')] = assignment[
                    (at + 1)..
                ]
                    .Trim();
            else
                problems.Add(new(SetOption, assignment, "Write NAME=VALUE, for example warnings.enterOrange=50."));
        }

        return assignments;
    }

    private static Checked Unread(SettingsProblem why) => new(new(), [], [why]);
}
