using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// How a case is written down. Chinese stays as it is instead of as six characters each: a journal has limits of size
/// and is read by people.
/// </summary>
public static class CaseJson
{
    private static readonly CaseJsonContext Context = new(
        new JsonSerializerOptions(CaseJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static string Write(CaseEvent @event) => JsonSerializer.Serialize(@event, Context.CaseEvent);

    public static string Write(CaseCommand command) => JsonSerializer.Serialize(command, Context.CaseCommand);

    public static string Write(CaseAction action) => JsonSerializer.Serialize(action, Context.CaseAction);

    /// <exception cref="JsonException">The text is no event this version knows.</exception>
    public static CaseEvent ReadEvent(string json) => Read(json, Context.CaseEvent);

    /// <exception cref="JsonException">The text is no command this version knows.</exception>
    public static CaseCommand ReadCommand(string json) => Read(json, Context.CaseCommand);

    /// <exception cref="JsonException">The text is no effect this version knows.</exception>
    public static CaseAction ReadAction(string json) => Read(json, Context.CaseAction);

    private static T Read<T>(string json, JsonTypeInfo<T> shape)
        where T : class =>
        JsonSerializer.Deserialize(json, shape) ?? throw new JsonException($"A {typeof(T).Name} is null.");
}
