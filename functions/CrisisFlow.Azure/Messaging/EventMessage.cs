using System.Text.Json.Serialization;

namespace CrisisFlow.Azure.Messaging;

/// <summary>
/// Body of a message on the topic "events": what happened and where to read it. A public contract, described in
/// docs/events.md:
/// properties are only added; a change of meaning raises <see cref="Version"/>.
/// </summary>
/// <param name="Id">Unique; the same at every sending of the same event, and the message's id.</param>
/// <param name="Kind">"case" or "warning".</param>
/// <param name="Type">The event's name on disk, for example "statement-approved" or "raised".</param>
/// <param name="Number">Position in the case's or the topic's journal, from 1.</param>
/// <param name="Case">The case's id; null for a warning.</param>
/// <param name="TopicId">The topic's id in settings.</param>
/// <param name="Level">none, blue, yellow, orange or red, as it stands after the event.</param>
/// <param name="Phase">The case's phase now; null for a warning and after the end.</param>
/// <param name="Index">Risk index, 0 to 100; null where the event has none.</param>
/// <param name="Reason">Of a warning: why it was raised, changed or held back; a name from the closed set.</param>
/// <param name="Story">In one line; comes from outside and is not to be trusted.</param>
/// <param name="Url">Page with details; requires sign-in.</param>
internal sealed record EventMessage(
    string Id,
    string Kind,
    string Type,
    long Number,
    DateTimeOffset At,
    string? Case,
    string TopicId,
    string Level,
    string? Phase,
    double? Index,
    string? Reason,
    string? Story,
    bool IsDrill,
    string Url
)
{
    public int Version { get; init; } = 1;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(EventMessage))]
internal sealed partial class EventMessageContext : JsonSerializerContext;
