using System.Text.RegularExpressions;

namespace CrisisFlow.Architecture.Tests;

public sealed partial class Files_are_formatted
{
    private const int Columns = 120;

    /// <summary>Files whose long lines are data, with the reason.</summary>
    private static readonly Dictionary<string, string> Data = new(StringComparer.Ordinal)
    {
        ["functions/CrisisFlow.Settings/Playbooks/built-in.yaml"] =
            "a line is a paragraph as people get it; a break would reach their mails",
    };

    [Fact]
    public void No_line_is_longer_than_120_columns()
    {
        var tooLong = TrackedFiles
            .All()
            .Where(path => Checked().IsMatch(path) && !Data.ContainsKey(path))
            .SelectMany(path =>
                TrackedFiles
                    .Read(path)
                    .Split('\n')
                    .Select((line, at) => (Place: $"{path}:{at + 1}", Length: Measured(path, line.TrimEnd('\r'))))
            )
            .Where(line => line.Length > Columns)
            .Select(line => $"{line.Place} has {line.Length} columns")
            .ToList();

        Assert.True(tooLong.Count == 0, string.Join("\n", tooLong));
    }

    [Fact]
    public void CSharpier_would_change_nothing()
    {
        var (restored, answer) = TrackedFiles.Run("dotnet", "tool", "restore");
        if (restored != 0)
            Assert.Skip("CSharpier cannot be restored: " + answer.Trim());

        var (exit, output) = TrackedFiles.Run("dotnet", "csharpier", "check", ".");

        Assert.True(exit == 0, "Run 'dotnet csharpier format .'.\n" + output);
    }

    /// <summary>
    /// A table row, an address, and a string of a script or template (none of these can go over two lines without a
    /// change of what it says) do not count.
    /// </summary>
    private static int Measured(string path, string line)
    {
        if (path.EndsWith(".md", StringComparison.Ordinal))
            return line.TrimStart().StartsWith('|') ? 0 : Address().Replace(line, "").Length;
        return path.EndsWith(".cs", StringComparison.Ordinal)
            ? line.Length
            : OneString().Replace(Address().Replace(line, ""), "").Length;
    }

    [GeneratedRegex(@"(\.(cs|md|sh|ps1|bicep|yaml|yml|props|targets|csproj)|^scripts/[a-z-]+)$")]
    private static partial Regex Checked();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();

    [GeneratedRegex("\"[^\"]{50,}\"|'[^']{50,}'|>[^<]{50,}<")]
    private static partial Regex OneString();
}
