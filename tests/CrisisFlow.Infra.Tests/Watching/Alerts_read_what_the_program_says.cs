using System.Reflection;
using System.Text.RegularExpressions;
using CrisisFlow.App.Health;
using CrisisFlow.Infra.Tests.Checking;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Testing;

namespace CrisisFlow.Infra.Tests.Watching;

/// <summary>
/// Queries name functions, log events with their values, metrics with their tags. A name the program does not have
/// would be an alert that never comes.
/// </summary>
public sealed partial class Alerts_read_what_the_program_says
{
    private static readonly Lazy<string> Sources = new(() =>
        string.Join(
            '\n',
            Directory
                .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "functions"), "*.cs", SearchOption.AllDirectories)
                .Where(f =>
                    !f.Contains(
                        $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                        StringComparison.Ordinal
                    )
                )
                .Select(File.ReadAllText)
        )
    );

    private static readonly IReadOnlyList<Query> Queries = Query.All();

    /// <summary>Log events by name, with what they write.</summary>
    private static Dictionary<string, HashSet<string>> Events =>
        Event()
            .Matches(Sources.Value)
            .ToDictionary(
                m => m.Groups[2].Value,
                m => Placeholder().Matches(m.Groups[1].Value).Select(p => p.Groups[1].Value).ToHashSet()
            );

    /// <summary>
    /// Metrics by name; what each may be tagged with stands in docs/telemetry.md, which is read below.
    /// </summary>
    private static HashSet<string> Metrics => [.. Instrument().Matches(Sources.Value).Select(m => m.Groups[1].Value)];

    [Fact]
    public void Every_log_event_is_one_that_the_program_writes()
    {
        var asked = Queries.SelectMany(q => q.Values("EventName")).ToHashSet();

        Assert.NotEmpty(asked);
        Assert.All(asked, name => Assert.Contains(name, Events.Keys));
    }

    [Fact]
    public void Every_metric_is_one_that_the_program_counts()
    {
        Assert.Superset(
            new HashSet<string> { "mails", "mentions.stored", "polls", "stage.duration", "warnings" },
            Metrics
        );
        Assert.All(Queries.SelectMany(q => q.Metrics), name => Assert.Contains(name, Metrics));
    }

    [Fact]
    public void Every_value_that_is_asked_for_is_written_with_its_event_or_its_metric() =>
        Assert.All(
            Queries,
            query =>
            {
                var written = query
                    .Values("EventName")
                    .SelectMany(e => Events[e])
                    .Append("EventName")
                    .Concat(query.Metrics.SelectMany(m => Tag().Matches(Page(m)).Select(t => t.Groups[1].Value)))
                    .ToHashSet();
                Assert.All(
                    query.Properties,
                    name =>
                        Assert.True(written.Contains(name), $"{query.Name} asks for '{name}', which nothing writes.")
                );
            }
        );

    [Fact]
    public void Every_outcome_and_stage_of_a_metric_is_one_that_the_program_tells()
    {
        var deliveries = typeof(Delivery).GetNestedTypes().Select(t => t.Name);
        var stages = typeof(Stage)
            .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(f => f.IsLiteral)
            .Select(f => (string?)f.GetRawConstantValue());

        Assert.All(
            Queries.Where(q => q.Metrics.Contains("mails")).SelectMany(q => q.Values("outcome")),
            o => Assert.Contains(o, deliveries)
        );
        Assert.All(Queries.SelectMany(q => q.Values("stage")), s => Assert.Contains(s, stages));
        Assert.All(
            Queries.Where(q => q.Metrics.Contains("stage.duration")).SelectMany(q => q.Values("outcome")),
            o => Assert.Matches("^(ok|failed)$", o)
        );
    }

    [Fact]
    public void Every_kind_of_a_source_s_alert_is_one_that_the_program_knows() =>
        Assert.All(
            Queries.Where(q => q.Values("EventName").Contains("SourceAlerted")).SelectMany(q => q.Values("Kind")),
            kind =>
                Assert.True(
                    Enum.TryParse<SourceAlertKind>(kind, out _) || kind is "case" or "warning",
                    $"There is no alert '{kind}'."
                )
        );

    [Fact]
    public void Every_event_type_is_one_that_the_program_announces()
    {
        var types = Queries
            .SelectMany(q =>
                q.Values("Type")
                    .Concat(
                        Variable()
                            .Matches(q.Text)
                            .SelectMany(m => Quoted().Matches(m.Groups[1].Value))
                            .Select(m => m.Groups[1].Value)
                    )
            )
            .ToHashSet();

        Assert.True(types.Count > 8, $"Only {types.Count} types were found.");
        Assert.All(
            types,
            type =>
                Assert.True(
                    Sources.Value.Contains($"), \"{type}\")]", StringComparison.Ordinal)
                        || Sources.Value.Contains($"Of(\"{type}\"", StringComparison.Ordinal),
                    $"The program announces no event '{type}'."
                )
        );
    }

    public static TheoryData<string> Names => [.. Query.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_function_or_stage_is_one_that_the_app_has(string variable)
    {
        var name = BicepCheck.Run().Variables[variable].GetString();

        Assert.Matches($"\\[Function\\(\"{name}\"\\)\\]|const string \\w+ = \"{name}\";", Sources.Value);
    }

    /// <summary>
    /// Requests, dependencies and exceptions are what the Functions host would send, and it sends nothing.
    /// </summary>
    [Fact]
    public void No_query_waits_for_telemetry_that_nobody_sends() =>
        Assert.All(
            Queries,
            query =>
                Assert.DoesNotMatch(
                    @"\b(AppRequests|AppDependencies|AppExceptions|requests|dependencies|exceptions)\b",
                    query.Text
                )
        );

    /// <summary>The row of a metric in docs/telemetry.md.</summary>
    private static string Page(string metric) =>
        File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "telemetry.md"))
            .Single(l => l.StartsWith($"| `{metric}` |", StringComparison.Ordinal));

    [GeneratedRegex(
        """
            \[LoggerMessage\(\s*\d+,\s*LogLevel\.\w+,\s*("[^"]*"(?:\s*\+\s*"[^"]*")*)\s*\)\]
            \s+public\ static\ partial\ void\ (\w+)\(
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Event();

    [GeneratedRegex("\\{(\\w+)\\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("Create(?:Counter|Histogram)<\\w+>\\(\\s*\"([^\"]+)\"")]
    private static partial Regex Instrument();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Tag();

    /// <summary>type == "x", type in ("x", "y"), of a column that was made of the property.</summary>
    [GeneratedRegex("\\btype\\)? (?:==|in) (\\([^)]*\\)|\"[^\"]*\")")]
    private static partial Regex Variable();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
