using System.Text.RegularExpressions;

namespace CrisisFlow.InfraTools.Parameters;

/// <summary>What docs/settings.md says each setting does. The page is made from the code, and a test keeps it so.</summary>
internal static partial class SettingsPage
{
    /// <returns>Descriptions by dotted name: warnings.enterOrange.</returns>
    public static IReadOnlyDictionary<string, string> Descriptions(string repository) =>
        Row().Matches(File.ReadAllText(Path.Combine(repository, "docs", "settings.md")).ReplaceLineEndings("\n"))
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `([\w.\[\]]+)` \|(?:[^|\n]*\|){3} ([^|\n]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
