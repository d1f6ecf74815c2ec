using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisFlow.Core.Deciding;

/// <summary>Writes an id type as the bare text it wraps.</summary>
public abstract class IdJson<T>(Func<string, T> make, Func<T, string> read) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        make(reader.GetString() ?? throw new JsonException($"An id of type {typeof(T).Name} is null; it is a text."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(read(value));
}
