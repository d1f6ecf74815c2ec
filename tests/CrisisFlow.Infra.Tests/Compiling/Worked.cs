using System.Text.RegularExpressions;

namespace CrisisFlow.Infra.Tests.Compiling;

/// <summary>
/// Works out what a snapshot leaves open though it is the same in the whole public cloud: environment(), within format
/// and replace.
/// </summary>
internal static partial class Worked
{
    private static readonly Dictionary<string, string> PublicCloud = new()
    {
        ["environment().suffixes.storage"] = "core.windows.net",
        ["environment().suffixes.keyvaultDns"] = ".vault.azure.net",
    };

    /// <param name="text">Plain text, or an expression in brackets. What is none of the above stays as it is.</param>
    public static string Out(string text)
    {
        if (!text.StartsWith('['))
            return text;
        foreach (var (name, value) in PublicCloud)
            text = text.Replace(name, $"'{value}'", StringComparison.Ordinal);
        for (var before = ""; before != text; )
        {
            before = text;
            text = Format()
                .Replace(
                    text,
                    m =>
                    {
                        var values = Literal().Matches(m.Groups[2].Value).Select(l => l.Groups[1].Value);
                        return $"'{Fill(m.Groups[1].Value, [.. values])}'";
                    }
                );
            text = Replace()
                .Replace(
                    text,
                    m =>
                        $"'{m.Groups[1].Value.Replace(m.Groups[2].Value, m.Groups[3].Value, StringComparison.Ordinal)}'"
                );
        }

        return Whole().Match(text) is { Success: true } whole ? whole.Groups[1].Value : text;
    }

    private static string Fill(string format, IReadOnlyList<string> values) =>
        values
            .Select((value, index) => (value, index))
            .Aggregate(
                format,
                (filled, one) => filled.Replace($"{{{one.index}}}", one.value, StringComparison.Ordinal)
            );

    [GeneratedRegex(@"format\('([^']*)'((?:, '[^']*')+)\)")]
    private static partial Regex Format();

    [GeneratedRegex(@"replace\('([^']*)', '([^']*)', '([^']*)'\)")]
    private static partial Regex Replace();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\['([^']*)'\]$")]
    private static partial Regex Whole();
}
