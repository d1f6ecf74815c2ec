using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrisisFlow.Azure.Tests.Hosting;

/// <summary>What the worker SDK wrote beside the program, and what the Functions host starts from.</summary>
public sealed class FunctionsMetadataTests
{
    [Fact]
    public void Every_function_is_announced_with_its_trigger() =>
        Assert.Equal(
            [
                "AdvanceCase activityTrigger",
                "Case orchestrationTrigger",
                "Evaluate timerTrigger %EvaluateSchedule%",
                "Health httpTrigger Anonymous get,head,post health",
                "Link httpTrigger Anonymous get,head,post l/{token}",
                "Mentions httpTrigger Anonymous get,head,post mentions",
                "PerformEffect activityTrigger",
                "Poll timerTrigger %PollSchedule%",
                "Purge timerTrigger %PurgeSchedule%",
                "Retention timerTrigger %RetentionSchedule%",
                "Robots httpTrigger Anonymous get,head,post robots.txt",
                "Score serviceBusTrigger mentions ServiceBus sessions:true complete:false Many",
                "Statements httpTrigger Anonymous get,head,post statements/{*rest}",
                "Style httpTrigger Anonymous get,head,post style.css",
                "Sweep timerTrigger %SweepSchedule%",
                "Team httpTrigger Function get,head,post {*path}",
            ],
            Read("functions.metadata").AsArray().Select(function => Line(function!)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Only_functions_that_wake_cases_ask_for_a_durable_client() =>
        Assert.Equal(
            ["Evaluate", "Health", "Link", "Mentions", "Purge", "Robots", "Statements", "Style", "Sweep", "Team"],
            Read("functions.metadata")
                .AsArray()
                .Where(function =>
                    function!["bindings"]!.AsArray().Any(binding => (string?)binding!["type"] == "durableClient")
                )
                .Select(function => (string)function!["name"]!)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_host_is_told_how_to_start_the_worker_and_which_extensions_it_needs()
    {
        var worker = Read("worker.config.json")["description"]!;
        var extensions = Read("extensions.json")["extensions"]!
            .AsArray()
            .Select(extension => extension!.AsObject())
            .ToList();

        Assert.Equal(
            ("dotnet", "CrisisFlow.Azure.dll"),
            ((string?)worker["defaultExecutablePath"], (string?)worker["defaultWorkerPath"])
        );
        Assert.Contains("DurableTask", extensions.Select(extension => (string?)extension["name"]));
        Assert.All(
            extensions,
            extension =>
                Assert.True(File.Exists(Beside((string)extension["hintPath"]!)), $"{extension["hintPath"]} is missing.")
        );
    }

    private static string Line(JsonNode function)
    {
        var trigger = function["bindings"]!
            .AsArray()
            .Single(binding => ((string)binding!["type"]!).EndsWith("Trigger", StringComparison.Ordinal))!;
        return
            $"{function["name"]} {trigger["type"]} "
                + (string)trigger["type"]! switch
                {
                    "httpTrigger" =>
                        $"{trigger["authLevel"]} {string.Join(',', trigger["methods"]!.AsArray())} {trigger["route"]}",
                    "timerTrigger" => $"{trigger["schedule"]}",
                    "serviceBusTrigger" =>
                        $"{trigger["queueName"]} {trigger["connection"]} sessions:{trigger["isSessionsEnabled"]} "
                            + $"complete:{trigger["autoCompleteMessages"]} {trigger["cardinality"]}",
                    _ => "",
                }
                is var line
            ? line.TrimEnd()
            : "";
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Beside(file)))!;

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
