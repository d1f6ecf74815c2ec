using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrisisFlow.Cases;

namespace CrisisFlow.Testing;

/// <summary>
/// A JSON schema (draft 7 in what it uses) of a type that is written as JSON, from the shape the serializer itself has.
/// </summary>
public static class ContractSchema
{
    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) =>
            OfConverted(context.TypeInfo.Type) ?? WithoutNulls(context.TypeInfo, node),
    };

    public static JsonObject Of(JsonTypeInfo type, string title)
    {
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (name, value) in (JsonObject)type.GetJsonSchemaAsNode(Options))
            schema[name] = value?.DeepClone();
        return schema;
    }

    /// <summary>What is null is not written, so it is not required.</summary>
    private static JsonNode WithoutNulls(JsonTypeInfo type, JsonNode node)
    {
        if (node is not JsonObject { } schema || schema["required"] is not JsonArray required)
            return node;
        foreach (
            var nullable in type.Properties.Where(property =>
                property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null
            )
        )
            if (required.FirstOrDefault(one => (string?)one == nullable.Name) is { } name)
                required.Remove(name);
        if (required.Count == 0)
            schema.Remove("required");
        return schema;
    }

    /// <summary>Types with a converter of their own: the exporter knows nothing of what they write.</summary>
    private static JsonObject? OfConverted(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(Language))
            return new() { ["enum"] = new JsonArray([.. Language.All.Select(one => JsonValue.Create(one.Name))]) };
        if (type == typeof(LocalText))
        {
            var texts = new JsonObject();
            foreach (var language in Language.All)
                texts[language.Code] = new JsonObject { ["type"] = "string" };
            return new() { ["type"] = "object", ["properties"] = texts };
        }

        var isId =
            type.IsValueType
            && type.Namespace == typeof(PersonId).Namespace
            && type.IsDefined(typeof(JsonConverterAttribute), inherit: false);
        return isId ? new() { ["type"] = "string" } : null;
    }
}
