using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisFlow.InfraTools.Costs;

/// <summary>A named number with its unit and where it comes from.</summary>
public sealed record Price(decimal Value, string Unit, string Source);

public sealed record PriceSheet(string Currency, string Region, string Note, IReadOnlyDictionary<string, Price> Prices);

/// <param name="How">measured, counted or assumed, and from what.</param>
public sealed record WorkloadNumber(decimal Value, string How);

public sealed record Workload(string Note, IReadOnlyDictionary<string, WorkloadNumber> Numbers);

/// <summary>infra/prices.json and infra/workload.json; notes which of their names the model asked for.</summary>
public sealed class Inputs(PriceSheet prices, Workload workload)
{
    private readonly HashSet<string> _asked = [];

    public PriceSheet Prices { get; } = prices;

    public Workload Workload { get; } = workload;

    public IReadOnlySet<string> Asked => _asked;

    public static Inputs Read(string repository) =>
        new(
            JsonSerializer.Deserialize(
                File.ReadAllText(Path.Combine(repository, "infra", "prices.json")),
                InputsJson.Default.PriceSheet
            )!,
            JsonSerializer.Deserialize(
                File.ReadAllText(Path.Combine(repository, "infra", "workload.json")),
                InputsJson.Default.Workload
            )!
        );

    public decimal Price(string name) => Note(name, Prices.Prices[name].Value);

    public decimal Count(string name) => Note(name, Workload.Numbers[name].Value);

    private decimal Note(string name, decimal value)
    {
        _asked.Add(name);
        return value;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PriceSheet))]
[JsonSerializable(typeof(Workload))]
internal sealed partial class InputsJson : JsonSerializerContext;
