using System.Text.Json.Serialization;
using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// Source-generated shapes. Enum members are written by name: like the event names they are a storage format.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    AllowOutOfOrderMetadataProperties = true
)]
[JsonSerializable(typeof(CaseEvent))]
[JsonSerializable(typeof(CaseCommand))]
[JsonSerializable(typeof(CaseAction))]
[JsonSerializable(typeof(Playbook))]
internal sealed partial class CaseJsonContext : JsonSerializerContext;
