using System.Text.Json.Serialization;
using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Response.Channels.Webhook;

/// <summary>What a webhook gets. Names are an interface: never renamed.</summary>
internal sealed record WebhookBody(
    string Id,
    string Case,
    string TopicId,
    string Topic,
    int Version,
    string Hash,
    string Language,
    string Title,
    string Body,
    DateTimeOffset ApprovedAt
)
{
    public static WebhookBody Of(PublicationOrder order) =>
        new(
            order.Id.Value,
            order.Case.Value,
            order.TopicId,
            order.Topic,
            order.Version,
            order.Hash,
            order.Language.Code,
            order.Title,
            order.Body,
            order.ApprovedAt
        );
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WebhookBody))]
internal sealed partial class WebhookJson : JsonSerializerContext;
