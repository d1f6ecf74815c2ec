using System.Text.RegularExpressions;
using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Settings;

/// <summary>Queries name functions, log events and event types. A name the program does not have would be an alert that never comes.</summary>
public sealed partial class Alerts_read_what_the_program_says
{
    private static readonly Lazy<string> Sources = new(() => string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "functions"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText)));

    private static string Queries => File.ReadAllText(Path.Combine(BicepCheck.Infra, "app", "alerts.bicep"))
        + File.ReadAllText(Path.Combine(BicepCheck.Infra, "app", "workbook.json")).Replace("\\\"", "\"", StringComparison.Ordinal);

    [Fact]
    public void Every_log_event_is_one_that_the_program_writes() =>
        Assert.All(Values(Queries, "EventName"), name => Assert.Matches($@"static partial void {name}\(", Sources.Value));

    [Fact]
    public void Every_event_type_is_one_that_the_program_announces() =>
        Assert.All(
            Values(Queries, "Type").Concat(Values(Queries, "type")),
            type => Assert.True(Sources.Value.Contains($"), \"{type}\")]", StringComparison.Ordinal) || Sources.Value.Contains($"Of(\"{type}\"", StringComparison.Ordinal), $"The program announces no event '{type}'."));

    [Theory]
    [InlineData("heartbeatFunctionName")]
    [InlineData("pollFunctionName")]
    public void The_function_is_one_that_the_app_has(string variable)
    {
        if (!Sources.Value.Contains("[TimerTrigger(", StringComparison.Ordinal)) Assert.Skip("The Azure host has no timers yet.");
        var name = BicepCheck.Run().Variables[variable].GetString();

        Assert.Matches($"\\[Function\\(\"{name}\"\\)\\]|const string \\w+ = \"{name}\";", Sources.Value);
    }

    /// <summary>What the queries compare a property with: NAME"] == "x", NAME in ("x", "y").</summary>
    private static IEnumerable<string> Values(string queries, string property) =>
        Comparison(property).Matches(queries).SelectMany(m => Quoted().Matches(m.Groups[1].Value)).Select(m => m.Groups[1].Value).Distinct();

    private static Regex Comparison(string property) => new($@"\b{property}(?:""\])? (?:==|in) (\([^)]*\)|""[^""]*"")");

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
