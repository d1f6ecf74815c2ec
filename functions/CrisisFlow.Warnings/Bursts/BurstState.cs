using System.Text.Json.Serialization;

namespace CrisisFlow.Warnings.Bursts;

/// <summary>A detector's whole state: about sixty numbers, regardless of the length of the series.</summary>
/// <param name="Points">Points seen.</param>
/// <param name="At">Time of the last one.</param>
/// <param name="Level">Logarithm of the ordinary count.</param>
/// <param name="Day">Per half hour of the day, the deviation from the level; null where nothing was seen yet.</param>
/// <param name="Tails">One per span.</param>
/// <param name="BurstAt">When the last burst was announced; null when there was none.</param>
public sealed record BurstState(
    [property: JsonPropertyName("n")] long Points,
    [property: JsonPropertyName("a")] DateTimeOffset At,
    [property: JsonPropertyName("l")] double Level,
    [property: JsonPropertyName("d")] IReadOnlyList<double?> Day,
    [property: JsonPropertyName("t")] IReadOnlyList<BurstTail> Tails,
    [property: JsonPropertyName("b")] DateTimeOffset? BurstAt
);

[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(BurstState))]
public sealed partial class BurstJson : JsonSerializerContext;
