using System.CommandLine;
using CrisisFlow.Settings;

namespace CrisisFlow.Local.Commands;

/// <summary>Where the commands that need settings get them: a YAML file, appsettings.json beside it, the environment, --set.</summary>
internal static class SettingsFile
{
    public const string Default = "crisisflow.yaml";

    public static Option<string> File() => new("--settings", "-s") { Description = "Settings file.", DefaultValueFactory = _ => Default, HelpName = "FILE" };

    public static Option<string[]> Set() => new("--set") { Description = "Sets one setting, for example --set warnings.enterOrange=50. May be repeated.", HelpName = "NAME=VALUE" };

    /// <returns>No settings where the file cannot be read: what else is wrong then follows from that alone.</returns>
    public static (CrisisFlowSettings? Settings, IReadOnlyList<SettingsProblem> Problems) Load(string? file, string[] set)
    {
        if (file is not null && !System.IO.File.Exists(file))
            return Unread(new(file, "", Directory.Exists(file) ? "This is a folder, not a file." : "There is no such file. crisisflow.example.yaml is one to start from."));
        var problems = new List<SettingsProblem>();
        var name = file is null ? "settings" : Path.GetFileName(file);
        var (text, unreadable) = file is null ? (null, null) : YamlText.ReadFile(file, name);
        if (unreadable is not null) return Unread(unreadable);
        var assignments = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var assignment in set)
        {
            if (assignment.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
                assignments[SettingsLoader.Section + ":" + assignment[..at].Trim().Replace('.', ':')] = assignment[(at + 1)..].Trim();
            else
                problems.Add(new("--set", assignment, "Write NAME=VALUE, for example warnings.enterOrange=50."));
        }

        var folder = file is null ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(Path.GetFullPath(file))!;
        var configuration = new ConfigurationBuilder()
            .SetBasePath(folder)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(assignments)
            .Build();
        var (settings, found) = SettingsLoader.Load(
            name, text, configuration, Environment.GetEnvironmentVariable);
        return (settings, [.. problems, .. found.Select(problem => assignments.Keys.Any(key => problem.Place == "configuration " + key) ? problem with { Place = "--set" } : problem)]);
    }

    private static (CrisisFlowSettings? Settings, IReadOnlyList<SettingsProblem> Problems) Unread(SettingsProblem why) => (null, [why]);
}
