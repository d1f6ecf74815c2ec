using Microsoft.Extensions.Configuration;

namespace CrisisFlow.Settings;

/// <summary>
/// Puts settings together: defaults, then crisisflow.yaml, then configuration. What they say together is checked by the
/// start check.
/// </summary>
public static class SettingsLoader
{
    /// <summary>
    /// Section that settings have in configuration: CrisisFlow:Warnings:EnterOrange, CrisisFlow__Warnings__EnterOrange.
    /// </summary>
    public const string Section = "CrisisFlow";

    private const int MaxLength = 1024 * 1024;

    /// <param name="blank">Takes the settings. It has the defaults, and the parts that channels bring.</param>
    public static SettingsReading Load(SettingsSources sources, HostKind host, CrisisFlowSettings blank)
    {
        var name = sources.File is null ? "settings" : Path.GetFileName(sources.File);
        if (sources.File is null)
            return Load(name, null, sources, host, blank);
        var (text, unreadable) = YamlText.ReadFile(sources.File, name);
        return unreadable is null
            ? Load(name, text, sources, host, blank)
            : new(null, new WrittenNode(name), [], [unreadable]);
    }

    /// <param name="name">Name of the file in messages.</param>
    /// <param name="yaml">Text of crisisflow.yaml; null when there is none.</param>
    internal static SettingsReading Load(
        string name,
        string? yaml,
        SettingsSources sources,
        HostKind host,
        CrisisFlowSettings blank
    )
    {
        var problems = new List<SettingsProblem>();
        var root = yaml is null ? new WrittenNode(name) : YamlTree.Read(name, yaml, MaxLength, problems);
        if (root is null)
            return new(null, new WrittenNode(name), [], problems);
        Overlay(root, sources.Configuration, blank);
        var missing = new EnvironmentReferences(sources, problems).Fill(root);
        var binder = new SettingsBinder(host, problems);
        binder.Bind(blank, root, "");
        blank.AreLoaded = true;
        return new(blank, root, [.. missing, .. binder.Unread], problems);
    }

    private static void Overlay(WrittenNode root, IConfiguration? configuration, CrisisFlowSettings blank)
    {
        if (configuration is null)
            return;
        var sections = SettingMember
            .Of(blank)
            .Select(member => member.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Sections may also be top-level (Mail:From), as is usual for Functions app settings.
        foreach (var section in configuration.GetChildren().Where(s => s.Value is null && sections.Contains(s.Key)))
            Overlay(root, section, [section.Key]);
        foreach (var section in configuration.GetSection(Section).GetChildren())
            Overlay(root, section, [section.Key]);
    }

    private static void Overlay(WrittenNode root, IConfigurationSection section, IReadOnlyList<string> path)
    {
        if (section.Value is { } text)
            root.Set(path, text, $"configuration {section.Path}");
        foreach (var child in section.GetChildren())
            Overlay(root, child, [.. path, child.Key]);
    }
}
