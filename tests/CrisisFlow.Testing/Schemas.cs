using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace CrisisFlow.Testing;

/// <summary>
/// Checks documents against the schemas of the repository, as an editor or a consumer of events does.
/// </summary>
public static class Schemas
{
    /// <param name="file">Of the schema, in the repository's root.</param>
    /// <returns>What is wrong, each with its place; empty when the document is valid.</returns>
    public static IReadOnlyList<string> Failures(string file, JsonNode? document)
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(RepositoryRoot.Path, file)));
        using var json = JsonDocument.Parse(document?.ToJsonString() ?? "null");
        var result = schema.Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? []
            :
            [
                .. (result.Details ?? [])
                    .Where(detail => detail.Errors is { Count: > 0 })
                    .SelectMany(detail =>
                        detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Key}: {error.Value}")
                    ),
            ];
    }
}
