using System.Text.Json.Serialization;

namespace CrisisFlow.Infra.Tests.Checking;

/// <summary>What infra/checks/check.mjs prints.</summary>
/// <param name="Findings">What is wrong with the files.</param>
/// <param name="Parameters">Parameters of main.bicep by name.</param>
/// <param name="Settings">App settings by name, with the expression that gives their value.</param>
/// <param name="Variables">Variables of main.bicep that are plain text, by name.</param>
public sealed record CheckReport(
    IReadOnlyList<Finding> Findings,
    IReadOnlyDictionary<string, Parameter> Parameters,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, System.Text.Json.JsonElement> Variables
);

public sealed record Finding(string Rule, string File, int Line, string Message)
{
    public override string ToString() => $"{File}({Line}) {Rule}: {Message}";
}

/// <param name="Default">As text, or as a list of texts; null where it is computed or missing.</param>
public sealed record Parameter(
    string Type,
    System.Text.Json.JsonElement? Default,
    string? Description,
    string? Minimum,
    string? Maximum
);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckReport))]
internal sealed partial class CheckJson : JsonSerializerContext;
