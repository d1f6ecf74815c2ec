using System.Text.RegularExpressions;

namespace CrisisFlow.Settings;

/// <summary>${env:NAME} anywhere in a value stands for an environment variable.</summary>
internal static partial class EnvironmentReferences
{
    /// <returns>Names of the values that could not be filled; they are taken out.</returns>
    public static IReadOnlyList<string> Fill(WrittenNode root, Func<string, string?> environment, List<SettingsProblem> problems)
    {
        var missing = new List<string>();
        Fill(root, "", environment, problems, missing);
        return missing;
    }

    private static void Fill(WrittenNode node, string path, Func<string, string?> environment, List<SettingsProblem> problems, List<string> missing)
    {
        if (node.Value is { } value && value.Text.Contains("${env:", StringComparison.OrdinalIgnoreCase))
        {
            var before = problems.Count;
            var text = Reference().Replace(value.Text, match =>
            {
                if (environment(match.Groups[1].Value) is { Length: > 0 } found) return found;
                problems.Add(new(value.Place, path, $"The environment has no variable {match.Groups[1].Value}."));
                return "";
            });
            // What was put in is not looked at again: only what was written can be a reference.
            if (problems.Count == before && Reference().Replace(value.Text, "").Contains("${env:", StringComparison.OrdinalIgnoreCase))
                problems.Add(new(value.Place, path, "A reference to the environment is not finished; write ${env:NAME}."));
            node.Value = problems.Count == before ? value with { Text = text } : null;
            if (node.Value is null) missing.Add(path);
        }

        foreach (var (name, child) in node.Children)
            Fill(child, int.TryParse(name, out _) ? $"{path}[{name}]" : SettingsBinder.Join(path, name), environment, problems, missing);
    }

    [GeneratedRegex(@"\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
