using System.Text.RegularExpressions;
using CrisisFlow.Testing;

namespace CrisisFlow.Core.Tests;

/// <summary>A test that waits for what never comes must fail and not hang the run.</summary>
public sealed partial class Asynchronous_tests
{
    [Fact]
    public void Every_asynchronous_test_has_a_timeout()
    {
        var tests = Sources()
            .SelectMany(file =>
                Test()
                    .Matches(File.ReadAllText(file))
                    .Select(test =>
                        (
                            Name: $"{Path.GetFileNameWithoutExtension(file)}.{test.Groups["name"].Value}",
                            How: test.Groups["how"].Value
                        )
                    )
            )
            .ToList();
        Assert.True(tests.Count > 250, $"Only {tests.Count} asynchronous tests were found.");
        Assert.Empty(
            tests.Where(test => !test.How.Contains("Timeout = ", StringComparison.Ordinal)).Select(test => test.Name)
        );
    }

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    /// <summary>An attribute, then whatever stands before the method it belongs to.</summary>
    [GeneratedRegex(
        """
            ^\s*\[(?:Fact|Theory)\b(?<how>[^\n]*)\n(?:(?!\s*public\ )[^\n]*\n)*?
            \s*public\ (?:async\ |virtual\ |override\ |static\ )*(?:Task|ValueTask)(?:<[^\n]*?>)?\ (?<name>\w+)\(
            """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Test();
}
