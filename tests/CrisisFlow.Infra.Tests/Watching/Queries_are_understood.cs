using System.Text.Json.Nodes;
using CrisisFlow.Infra.Tests.Checking;

namespace CrisisFlow.Infra.Tests.Watching;

/// <summary>Azure's own parser reads every query, against the columns that the tables have.</summary>
public sealed class Queries_are_understood
{
    [Fact]
    public void Nothing_is_wrong_with_any_query()
    {
        var queries = Query.All();

        Assert.True(
            queries.Count(q => q.Tables == "workspace") >= 4 && queries.Count(q => q.Tables == "component") >= 8,
            $"Only {queries.Count} queries were found."
        );
        Assert.Empty(Said(queries));
    }

    [Theory]
    [InlineData("AppRequests | where Nmae == \"Poll\"", "The name 'Nmae' does not refer to any known column")]
    [InlineData("AppRequest | count", "The name 'AppRequest' does not refer to any known table")]
    [InlineData("AppRequests | summarize cont() by Name", "The name 'cont' does not refer to any known function.")]
    [InlineData("AppRequests | summarize last = max(TimeGenerated)", "The name 'last' needs to be bracketed")]
    [InlineData("AppMetrics | where Name == \"mails\" | order bye Sum", "")]
    public void A_seeded_error_is_found(string text, string message) =>
        Assert.Contains(Said([new("seeded", text, "workspace")]), m => m.Contains(message, StringComparison.Ordinal));

    private static IReadOnlyList<string> Said(IEnumerable<Query> queries)
    {
        var asked = new JsonArray([
            .. queries.Select(q =>
                (JsonNode)
                    new JsonObject
                    {
                        ["name"] = q.Name,
                        ["query"] = q.Text,
                        ["tables"] = q.Tables,
                    }
            ),
        ]);
        return
        [
            .. JsonNode
                .Parse(BicepCheck.Ask("kql.mjs", asked.ToJsonString()))!
                .AsArray()
                .Select(f => $"{f!["name"]}: {f["message"]} at '{f["at"]}'"),
        ];
    }
}
