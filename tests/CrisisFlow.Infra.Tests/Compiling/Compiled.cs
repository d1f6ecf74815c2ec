using System.Text.Json.Nodes;
using CrisisFlow.Infra.Tests.Checking;

namespace CrisisFlow.Infra.Tests.Compiling;

/// <summary>main.bicep as the template that Azure Resource Manager is given.</summary>
internal static class Compiled
{
    private static readonly Lazy<JsonObject> Template = new(() =>
        JsonNode.Parse(BicepCompiler.Run(BicepCheck.Infra, null, "build", "main.bicep", "--stdout").Output)!.AsObject()
    );

    public static JsonObject Main => Template.Value;

    /// <summary>Modules of main.bicep by their symbol: each is a deployment within the deployment.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Modules =>
        Main["resources"]!
            .AsObject()
            .Where(r => (string)r.Value!["type"]! == "Microsoft.Resources/deployments")
            .ToDictionary(r => r.Key, r => r.Value!.AsObject());

    /// <summary>The template itself and those of its modules.</summary>
    public static IEnumerable<(string Name, JsonObject Template)> All =>
        Modules.Select(m => (m.Key, m.Value["properties"]!["template"]!.AsObject())).Prepend(("main", Main));

    /// <summary>Whether one module is deployed only after another.</summary>
    public static bool IsAfter(string module, string other)
    {
        var before = Modules.TryGetValue(module, out var one)
            ? one["dependsOn"]?.AsArray().Select(d => (string)d!) ?? []
            : [];
        return before.Any(d => d == other || IsAfter(d, other));
    }
}
