using System.Text.Json.Serialization;

namespace CrisisFlow.Warnings;

/// <summary>How warnings lie on disk: enums by name, nothing that is null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(WarningEvent))]
[JsonSerializable(typeof(WarningState))]
[JsonSerializable(typeof(WarningView))]
public sealed partial class WarningJson : JsonSerializerContext;
