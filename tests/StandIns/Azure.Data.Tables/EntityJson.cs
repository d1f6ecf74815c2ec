#nullable disable
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>An entity as the service writes it: plain JSON, with the EDM type beside every value whose JSON form does not say it.</summary>
internal static class EntityJson
{
    public static byte[] Write(ITableEntity entity)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in (IDictionary<string, object>)entity)
                if (name is not ("odata.etag" or "Timestamp"))
                    WriteValue(json, name, value);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static TableEntity Read(JsonElement row)
    {
        var entity = new TableEntity();
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name.EndsWith("@odata.type", StringComparison.Ordinal) || property.Name is "odata.metadata") continue;
            var type = row.TryGetProperty(property.Name + "@odata.type", out var named) ? named.GetString() : null;
            entity[property.Name] = property.Name == "Timestamp"
                ? DateTimeOffset.Parse(property.Value.GetString(), CultureInfo.InvariantCulture)
                : ReadValue(property.Value, type);
        }

        return entity;
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object value)
    {
        var (type, text) = value switch
        {
            long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
            double real => ("Edm.Double", real.ToString("R", CultureInfo.InvariantCulture)),
            DateTimeOffset time => ("Edm.DateTime", time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture)),
            byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
            string given => (null, given),
            bool => (null, null),
            _ => throw new NotSupportedException($"Property {name} has type {value?.GetType().Name ?? "null"}; the stand-in writes string, bool, long, double, DateTimeOffset and byte[]."),
        };
        if (type is not null) json.WriteString(name + "@odata.type", type);
        if (value is bool flag) json.WriteBoolean(name, flag);
        else json.WriteString(name, text);
    }

    private static object ReadValue(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("Edm.Int64", _) => long.Parse(value.GetString(), CultureInfo.InvariantCulture),
        ("Edm.Double", JsonValueKind.String) => double.Parse(value.GetString(), CultureInfo.InvariantCulture),
        ("Edm.Double", _) => value.GetDouble(),
        ("Edm.DateTime", _) => DateTimeOffset.Parse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        ("Edm.Binary", _) => value.GetBytesFromBase64(),
        (_, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (_, JsonValueKind.Number) => value.TryGetInt32(out var number) ? number : value.GetDouble(),
        _ => value.GetString(),
    };
}
