using System.Text;

namespace CrisisFlow.InfraTools.Parameters;

/// <summary>
/// infra/settings/SECTION.bicep: the thresholds and deadlines of one section as a sealed type, and the program's
/// defaults.
/// </summary>
internal sealed record SettingsModule(string Section, IReadOnlyList<ProductSetting> Settings)
{
    public string File => $"infra/settings/{Section}.bicep";

    /// <summary>What main.bicep has to hold, so that the section reaches the app.</summary>
    public IReadOnlyList<string> Uses =>
        [
            $"import {{ {Section}Settings, {Section}Defaults }} from 'settings/{Section}.bicep'\n",
            $"param {Section} {Section}Settings = {{}}\n",
            $"asAppSettings('{ProductSetting.Pascal(Section)}', {Section}Defaults, {Section})",
        ];

    public static IReadOnlyList<SettingsModule> All() =>
        [.. ProductSetting.All().GroupBy(s => s.Section).Select(g => new SettingsModule(g.Key, [.. g]))];

    public string Render()
    {
        var text = new StringBuilder();
        text.Append($"// Written by scripts/sync-parameters from the program's own settings: section `{Section}`.\n");
        text.Append("@export()\n@description('What may be set; what is left out has the program\\'s default. ");
        text.Append(
            $"Numbers with a fraction and lengths of time are text.')\n@sealed()\ntype {Section}Settings = {{\n"
        );
        text.AppendJoin('\n', Settings.Select(Declaration));
        text.Append($"}}\n\n@export()\nvar {Section}Defaults = {{\n");
        foreach (var setting in Settings)
            text.Append($"  {setting.Name}: {(setting.IsWhole ? setting.Default : $"'{setting.Default}'")}\n");
        return text.Append("}\n").ToString();
    }

    private static string Declaration(ProductSetting setting)
    {
        var limits =
            setting.IsWhole && setting.Range.Split(" to ") is [var least, var most]
                ? $"  @minValue({least})\n  @maxValue({most})\n"
                : "";
        return $"  @description('{setting.Description.Replace("'", "\\'", StringComparison.Ordinal)}')\n{limits}  "
            + $"{setting.Name}: {(setting.IsWhole ? "int" : "string")}?\n";
    }
}
