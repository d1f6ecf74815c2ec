using System.Text.Json.Serialization;
using CrisisFlow.Core.Playbooks;

namespace CrisisFlow.Core.Cases;

/// <summary>Source-generated shapes. Enum members are written by name: like the event names they are a storage format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(CaseEvent))]
[JsonSerializable(typeof(CaseCommand))]
[JsonSerializable(typeof(CaseEffect))]
[JsonSerializable(typeof(Playbook))]
internal sealed partial class CaseJsonContext : JsonSerializerContext;
