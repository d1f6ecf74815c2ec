using Microsoft.Extensions.Configuration;

namespace CrisisFlow.Settings;

/// <summary>Puts settings together: defaults, then crisisflow.yaml, then configuration (files, environment, command line). A later one wins.</summary>
public static class SettingsLoader
{
    /// <summary>Section that settings stand under in configuration: CrisisFlow:Warnings:EnterOrange, CrisisFlow__Warnings__EnterOrange.</summary>
    public const string Section = "CrisisFlow";

    /// <param name="yamlName">Name of the file in messages.</param>
    /// <param name="yaml">Text of crisisflow.yaml; null when there is none.</param>
    /// <param name="configuration">Further sources; null when there are none.</param>
    /// <param name="environment">Gives the value of an environment variable for ${env:NAME}, or null.</param>
    /// <returns>The settings as far as they could be read, and everything that is wrong with them.</returns>
    public static (CrisisFlowSettings Settings, IReadOnlyList<SettingsProblem> Problems) Load(
        string yamlName, string? yaml, IConfiguration? configuration, Func<string, string?> environment)
    {
        var problems = new List<SettingsProblem>();
        var root = yaml is null ? new SettingNode("defaults") : YamlSettings.Read(yamlName, yaml, problems);
        if (configuration is not null)
        {
            var known = SettingsBinder.Properties(typeof(CrisisFlowSettings));
            // Sections may stand at the top too (Mail:From), as Functions app settings are usually written.
            foreach (var section in configuration.GetChildren().Where(s => s.Value is null && known.ContainsKey(s.Key)))
                Overlay(root, section, [section.Key]);
            foreach (var section in configuration.GetSection(Section).GetChildren())
                Overlay(root, section, [section.Key]);
        }

        Expand(root, "", environment, problems);
        var settings = new CrisisFlowSettings();
        SettingsBinder.Bind(settings, root, "", problems);
        var place = yaml is null ? "settings" : yamlName;
        var rules = new List<SettingsProblem>();
        SettingsRules.Check(settings, place, rules);
        problems.AddRange(rules.Select(problem => problem with { Place = PlaceOf(root, problem.Setting) ?? place }));
        return (settings, problems);
    }

    /// <summary>Where a setting stands, or the nearest around it that was written: people[0].email.</summary>
    private static string? PlaceOf(SettingNode root, string setting)
    {
        var (node, place) = (root, (string?)null);
        foreach (var name in setting.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!node.Children.TryGetValue(name, out var child)) break;
            (node, place) = (child, child.Value?.Place ?? child.Place);
        }

        return place;
    }

    private static void Overlay(SettingNode root, IConfigurationSection section, IReadOnlyList<string> path)
    {
        if (section.Value is { } text) root.Set(path, text, $"configuration {section.Path}");
        foreach (var child in section.GetChildren()) Overlay(root, child, [.. path, child.Key]);
    }

    private static void Expand(SettingNode node, string path, Func<string, string?> environment, List<SettingsProblem> problems)
    {
        if (node.Value is { } value && value.Text.StartsWith("${env:", StringComparison.Ordinal) && value.Text.EndsWith('}'))
        {
            var name = value.Text[6..^1];
            if (environment(name) is { Length: > 0 } found) node.Value = value with { Text = found };
            else problems.Add(new(value.Place, path, $"The environment has no variable {name}."));
        }

        foreach (var (name, child) in node.Children) Expand(child, SettingsBinder.Join(path, name), environment, problems);
    }
}
