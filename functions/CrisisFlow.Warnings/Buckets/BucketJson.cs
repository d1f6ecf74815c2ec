using System.Text.Json.Serialization;

namespace CrisisFlow.Warnings.Buckets;

/// <summary>
/// How a bucket lies on disk. Numbers for enums would change meaning when one is inserted, so names are written.
/// </summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(MinuteBucket))]
public sealed partial class BucketJson : JsonSerializerContext;
