using System.Text.Json.Nodes;
using CrisisFlow.Infra.Tests.Checking;

namespace CrisisFlow.Infra.Tests.Compiling;

/// <summary>
/// What a deployment of an example would make, as the compiler's snapshot foresees it: every expression worked out that
/// needs no Azure.
/// </summary>
internal sealed class Predicted
{
    private static readonly Lazy<Predicted> SmallOne = new(() => Of("small", null));

    // The longest name azd takes, so that names made from it are as long as they get.
    private static readonly Lazy<Predicted> LargeOne = new(() => Of("large", "crisisflow-" + new string('x', 53)));

    private Predicted(JsonArray resources) => Resources = [.. resources.Select(r => r!.AsObject())];

    public static Predicted Small => SmallOne.Value;

    public static Predicted Large => LargeOne.Value;

    public static TheoryData<string> Names => ["small", "large"];

    public IReadOnlyList<JsonObject> Resources { get; }

    public static Predicted Named(string name) => name == "small" ? Small : Large;

    public IReadOnlyList<JsonObject> OfType(string type) => [.. Resources.Where(r => (string)r["type"]! == type)];

    public JsonObject Single(string type) => Assert.Single(OfType(type));

    /// <summary>App settings by name; what only Azure knows stays an expression in brackets.</summary>
    public IReadOnlyDictionary<string, string> AppSettings =>
        OfType("Microsoft.Web/sites/config")
            .Single(c => ((string)c["name"]!).EndsWith("/appsettings", StringComparison.Ordinal))["properties"]!
            .AsObject()
            .ToDictionary(s => s.Key, s => (string)s.Value!);

    /// <param name="more">Further lines of the parameters file.</param>
    public static Predicted Of(string example, string? environmentName, string more = "")
    {
        using var infra = new SeededInfra();
        File.AppendAllText(Path.Combine(infra.Folder, $"main.{example}.bicepparam"), more);
        var (exit, _, error) = BicepCompiler.Run(
            infra.Folder,
            environmentName,
            "snapshot",
            $"main.{example}.bicepparam",
            "--mode",
            "Overwrite",
            "--location",
            "westeurope",
            "--deployment-name",
            "test",
            "--subscription-id",
            "00000000-0000-0000-0000-000000000001",
            "--tenant-id",
            "00000000-0000-0000-0000-000000000002"
        );
        Assert.True(exit == 0, error);
        var snapshot = JsonNode.Parse(File.ReadAllText(Path.Combine(infra.Folder, $"main.{example}.snapshot.json")))!;
        Assert.Empty(snapshot["diagnostics"]!.AsArray());
        return new(snapshot["predictedResources"]!.AsArray());
    }
}
