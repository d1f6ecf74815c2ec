using System.Text.RegularExpressions;

namespace CrisisFlow.InfraTools.Parameters;

/// <summary>Writes the program's thresholds, deadlines and tables into the files that repeat them. Descriptions that are there stay.</summary>
internal static partial class TemplateSync
{
    private const string EndOfParameters = "\n// ---- Names ----";

    /// <returns>Files that changed.</returns>
    public static IReadOnlyList<string> Run(string repository)
    {
        var tables = ProductTables.All(repository);
        return [.. new[]
        {
            Rewrite(repository, "infra/main.bicep", text => WithTables(WithParameters(text, ProductSetting.All()), tables)),
            Rewrite(repository, "scripts/lib/tables.mjs", text => ScriptTables().Replace(text, $"const tables = [{string.Join(", ", tables.Select(t => $"'{t}'"))}];", 1)),
        }.OfType<string>()];
    }

    public static string WithTables(string template, IReadOnlyList<string> tables) =>
        TemplateTables().Replace(template, "var tableNames = [\n" + string.Concat(tables.Select(t => $"  '{t}'\n")) + "]", 1);

    public static string WithParameters(string template, IReadOnlyList<ProductSetting> settings)
    {
        foreach (var setting in settings)
        {
            var declared = new Regex($@"(?:^@(?:min|max)Value\([^\n]*\)\n)*^param {setting.Parameter} \w+ = [^\n]*\n", RegexOptions.Multiline);
            var lines = setting.Declaration().Split('\n');
            template = declared.IsMatch(template)
                ? declared.Replace(template, string.Join('\n', lines.Skip(1)).Replace("$", "$$", StringComparison.Ordinal) + "\n", 1)
                : template.Replace(EndOfParameters, "\n" + setting.Declaration() + "\n" + EndOfParameters, StringComparison.Ordinal);
            var assigned = new Regex($@"^  {setting.AppSetting}: [^\n]*\n", RegexOptions.Multiline);
            template = assigned.IsMatch(template)
                ? assigned.Replace(template, setting.Assignment() + "\n", 1)
                : EndOfSettings().Replace(template, "$1" + setting.Assignment() + "\n", 1);
        }

        return WithoutTheGone(template, settings.Select(s => s.AppSetting).ToHashSet());
    }

    private static string WithoutTheGone(string template, HashSet<string> known)
    {
        foreach (Match gone in Assignments().Matches(template))
            if (!known.Contains(gone.Groups[1].Value))
                template = Regex.Replace(template.Replace(gone.Value, "", StringComparison.Ordinal), $@"^(?:@[^\n]*\n)*param {gone.Groups[2].Value} [^\n]*\n\n?", "", RegexOptions.Multiline);
        return template;
    }

    private static string? Rewrite(string repository, string file, Func<string, string> change)
    {
        var path = Path.Combine(repository, file);
        var before = File.ReadAllText(path);
        var after = change(before);
        if (after == before) return null;
        File.WriteAllText(path, after);
        return file;
    }

    [GeneratedRegex(@"(var productSettings = \{\n(?:  [^\n]*\n)*)")]
    private static partial Regex EndOfSettings();

    [GeneratedRegex(@"^  (CrisisFlow__\w+): (?:string\()?(\w+)\)?\n", RegexOptions.Multiline)]
    private static partial Regex Assignments();

    [GeneratedRegex(@"var tableNames = \[\n(?:  '\w+'\n)*\]")]
    private static partial Regex TemplateTables();

    [GeneratedRegex(@"const tables = \[[^\]]*\];")]
    private static partial Regex ScriptTables();
}
