using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrisisFlow.Infra.Tests.Checking;

namespace CrisisFlow.Infra.Tests.Watching;

/// <summary>A query of an alert or of the workbook.</summary>
/// <param name="Tables">Which names the tables have: "workspace" (AppRequests) or "component" (requests).</param>
internal sealed partial record Query(string Name, string Text, string Tables)
{
    private static string AlertsFile =>
        File.ReadAllText(Path.Combine(BicepCheck.Infra, "app", "alerts.bicep")).ReplaceLineEndings("\n");

    /// <summary>Variables of main.bicep whose values the alerts' queries look for: a function, a stage.</summary>
    public static IReadOnlyList<string> Names =>
        [.. Use().Matches(AlertsFile).Select(m => m.Groups[2].Value).Where(n => n.Length > 0)];

    public static IReadOnlyList<Query> All() => [.. Alerts(), .. Workbook()];

    private static IEnumerable<Query> Alerts()
    {
        var names = BicepCheck.Run().Variables;
        var file = AlertsFile;
        var uses = Use().Matches(file).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        return Literal()
            .Matches(file)
            .Select(m => new Query(
                m.Groups[1].Value,
                m.Groups[2]
                    .Value.Replace("{0}", "| where _ResourceId =~ \"/subscriptions/one\"", StringComparison.Ordinal)
                    .Replace(
                        "{1}",
                        uses[m.Groups[1].Value] is { Length: > 0 } variable ? names[variable].GetString() : "",
                        StringComparison.Ordinal
                    ),
                "workspace"
            ));
    }

    private static IEnumerable<Query> Workbook() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(BicepCheck.Infra, "app", "workbook.json")))!["items"]!
            .AsArray()
            .Where(item => item!["content"]!["query"] is not null)
            .Select(item => new Query((string)item!["name"]!, (string)item["content"]!["query"]!, "component"));

    /// <summary>What a query compares the name of a metric with, in each part that asks for metrics.</summary>
    public IEnumerable<string> Metrics =>
        Metric().Matches(Text).SelectMany(m => Quoted().Matches(m.Groups[1].Value)).Select(m => m.Groups[1].Value);

    public IEnumerable<string> Properties => Property().Matches(Text).Select(m => m.Groups[1].Value);

    /// <summary>What a property is compared with: == "x", != "x", in ("x", "y").</summary>
    public IEnumerable<string> Values(string property) =>
        Regex
            .Matches(Text, $@"\b{property}""\]\)? (?:==|!=|in) (\([^)]*\)|""[^""]*"")")
            .SelectMany(m => Quoted().Matches(m.Groups[1].Value))
            .Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"var (\w+Query) = '''\n(.*?)'''", RegexOptions.Singleline)]
    private static partial Regex Literal();

    [GeneratedRegex(@"query: format\((\w+), ofThisApp(?:, (\w+))?\)")]
    private static partial Regex Use();

    [GeneratedRegex(
        "(?:AppMetrics|customMetrics)[^)]*?\\bname (?:==|in) (\\([^)]*\\)|\"[^\"]*\")",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Metric();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?:Properties|customDimensions)\\[\"(\\w+)\"\\]")]
    private static partial Regex Property();
}
