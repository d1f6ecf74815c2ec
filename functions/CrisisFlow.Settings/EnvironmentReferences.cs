using System.Text.RegularExpressions;

namespace CrisisFlow.Settings;

/// <summary>${env:NAME} anywhere in a value is replaced by an environment variable.</summary>
internal sealed partial class EnvironmentReferences(SettingsSources sources, List<SettingsProblem> problems)
{
    private readonly List<string> _missing = [];

    /// <returns>Names of the values that could not be filled; they are taken out.</returns>
    public IReadOnlyList<string> Fill(WrittenNode root)
    {
        Fill(root, "");
        return _missing;
    }

    /// <param name="path">Dotted name of the node.</param>
    public void Fill(WrittenNode node, string path)
    {
        if (node.Value is { } value && (IsReference(value.Text) || LooksMeant(value.Text)))
        {
            node.Value = Filled(value, path) is { } text ? value with { Text = text } : null;
            if (node.Value is null)
                _missing.Add(path);
        }

        foreach (var (name, child) in node.Children)
            Fill(child, int.TryParse(name, out _) ? $"{path}[{name}]" : SettingsBinder.Join(path, name));
    }

    /// <summary>
    /// Null and a problem when a variable is missing. What was put in is not looked at again: only what was written can
    /// be a reference.
    /// </summary>
    private string? Filled(WrittenValue value, string path)
    {
        var rest = Reference().Replace(value.Text, "");
        if (IsReference(rest))
        {
            problems.Add(new(value.Place, path, "An environment reference is incomplete; write ${env:NAME}."));
            return null;
        }

        if (Meant().Match(rest) is { Success: true } meant)
        {
            problems.Add(
                new(
                    value.Place,
                    path,
                    $"'{meant.Value}' would be used as it is written; write ${{env:NAME}} for a variable of the "
                        + "environment."
                )
            );
            return null;
        }

        var missing = Reference()
            .Matches(value.Text)
            .Select(match => match.Groups[1].Value)
            .Where(name => sources.Environment(name) is not { Length: > 0 })
            .ToList();
        foreach (var name in missing)
            problems.Add(
                sources.IsForElsewhere
                    ? new(
                        value.Place,
                        path,
                        $"The environment here has no variable {name}; the host's own must have it.",
                        ProblemKind.Note
                    )
                    : new(value.Place, path, $"The environment has no variable {name}.")
            );
        return missing.Count > 0
            ? null
            : Reference().Replace(value.Text, match => sources.Environment(match.Groups[1].Value)!);
    }

    private static bool LooksMeant(string text) =>
        text.AsSpan().IndexOfAny('$', '{', '%') >= 0 && Meant().IsMatch(text);

    private static bool IsReference(string text) => text.Contains("${env:", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    /// <summary>What shells, pipelines and other programs write for it.</summary>
    [GeneratedRegex(
        @"\$\{\{?|\$env:[A-Za-z_]\w*|\$\(\s*(?:env[:.])?[A-Za-z_]\w*\s*\)|"
            + @"(?<!\$)\{+\s*env[:.]\s*\w+\s*\}+|%env:\w+%|%[A-Z_][A-Z0-9_]{2,}%",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Meant();
}
