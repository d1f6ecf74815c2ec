using System.Text.RegularExpressions;

namespace CrisisFlow.InfraTools.Parameters;

/// <summary>Writes the program's thresholds, deadlines and tables into the files that repeat them.</summary>
internal static partial class TemplateSync
{
    /// <returns>Files that changed.</returns>
    public static IReadOnlyList<string> Run(string repository)
    {
        var tables = ProductTables.All(repository);
        return
        [
            .. SettingsModule
                .All()
                .Select(module => Rewrite(repository, module.File, _ => module.Render()))
                .Append(Rewrite(repository, "infra/main.bicep", text => WithTables(text, tables)))
                .Append(
                    Rewrite(
                        repository,
                        "scripts/lib/tables.mjs",
                        text =>
                            ScriptTables()
                                .Replace(
                                    text,
                                    $"const tables = [{string.Join(", ", tables.Select(t => $"'{t}'"))}];",
                                    1
                                )
                    )
                )
                .OfType<string>(),
        ];
    }

    public static string WithTables(string template, IReadOnlyList<string> tables) =>
        TemplateTables()
            .Replace(template, "var tableNames = [\n" + string.Concat(tables.Select(t => $"  '{t}'\n")) + "]", 1);

    private static string? Rewrite(string repository, string file, Func<string, string> change)
    {
        var path = Path.Combine(repository, file);
        var before = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        var after = change(before);
        if (after == before)
            return null;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, after);
        return file;
    }

    [GeneratedRegex(@"var tableNames = \[\n(?:  '\w+'\n)*\]")]
    private static partial Regex TemplateTables();

    [GeneratedRegex(@"const tables = \[[^\]]*\];")]
    private static partial Regex ScriptTables();
}
