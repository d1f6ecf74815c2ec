using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisFlow.Web.Api;

/// <summary>Bodies that the API takes and gives.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(PushAnswer))]
[JsonSerializable(typeof(PushRefusal))]
[JsonSerializable(typeof(PushedMention))]
[JsonSerializable(typeof(IReadOnlyList<PushedMention>))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Chinese stays readable.</summary>
    public static readonly ApiJson Readable = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );
}
