using System.Text;

namespace CrisisFlow.InfraTools.Parameters;

/// <summary>infra/settings/SECTION.bicep: the thresholds and deadlines of one section as a sealed type, and the program's defaults.</summary>
internal sealed record SettingsModule(string Section, IReadOnlyList<ProductSetting> Settings)
{
    public string Parameter => Camel(Section);

    public string File => $"infra/settings/{Parameter}.bicep";

    /// <summary>What main.bicep has to hold, so that the section reaches the app.</summary>
    public IReadOnlyList<string> Uses =>
    [
        $"import {{ {Parameter}Settings, {Parameter}Defaults }} from 'settings/{Parameter}.bicep'\n",
        $"param {Parameter} {Parameter}Settings = {{}}\n",
        $"asAppSettings('{Section}', {Parameter}Defaults, {Parameter})",
    ];

    public static IReadOnlyList<SettingsModule> All(string repository) =>
        [.. ProductSetting.All(repository).GroupBy(s => s.Section).Select(g => new SettingsModule(g.Key, [.. g]))];

    public string Render()
    {
        var text = new StringBuilder();
        text.Append($"// Written by scripts/sync-parameters from the program's own settings: section `{Parameter}`.\n");
        text.Append($"@export()\n@description('What may be set; what is left out has the program\\'s default. Numbers with a fraction and lengths of time are text.')\n@sealed()\ntype {Parameter}Settings = {{\n");
        text.AppendJoin('\n', Settings.Select(Declaration));
        text.Append($"}}\n\n@export()\nvar {Parameter}Defaults = {{\n");
        foreach (var setting in Settings) text.Append($"  {Camel(setting.Name)}: {(setting.IsWhole ? setting.Default : $"'{setting.Default}'")}\n");
        return text.Append("}\n").ToString();
    }

    private static string Declaration(ProductSetting setting)
    {
        var limits = setting is { IsWhole: true, Range: { } range } ? $"  @minValue({range.Minimum})\n  @maxValue({range.Maximum})\n" : "";
        return $"  @description('{setting.Description.Replace("'", "\\'", StringComparison.Ordinal)}')\n{limits}  {Camel(setting.Name)}: {(setting.IsWhole ? "int" : "string")}?\n";
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
