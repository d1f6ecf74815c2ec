using System.Text.Json.Nodes;

namespace CrisisFlow.Settings;

/// <summary>The settings as a JSON schema, for editors that complete and check crisisflow.yaml.</summary>
public static class SettingsSchema
{
    /// <param name="blank">Settings with their defaults, and the parts that channels bring.</param>
    public static JsonObject Write(CrisisFlowSettings blank)
    {
        var root = Node("CrisisFlow settings");
        root["$schema"] = "http://json-schema.org/draft-07/schema#";
        foreach (var entry in SettingsReference.All(blank))
        {
            var at = root;
            var names = entry.Name.Split('.');
            foreach (var name in names[..^1])
                at = Child(at, name);
            ((JsonObject)at["properties"]!)[names[^1]] = Leaf(entry);
        }

        return root;
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        var properties = (JsonObject)parent["properties"]!;
        var isList = name.EndsWith("[]", StringComparison.Ordinal);
        var key = isList ? name[..^2] : name;
        if (properties[key] is not JsonObject child)
        {
            child = isList ? new JsonObject { ["type"] = "array", ["items"] = Node(null) } : Node(null);
            properties[key] = child;
        }

        return isList ? (JsonObject)child["items"]! : child;
    }

    private static JsonObject Node(string? title)
    {
        var node = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(),
        };
        if (title is not null)
            node["title"] = title;
        return node;
    }

    private static JsonObject Leaf(SettingsReference.Entry entry)
    {
        var leaf = new JsonObject { ["description"] = Describe(entry) };
        var type = entry.Type;
        if (type.IsEnum)
            leaf["enum"] = new JsonArray([.. ValueKinds.Words(type).Select(word => JsonValue.Create(word))]);
        else if (type == typeof(bool))
            leaf["type"] = "boolean";
        else if (type == typeof(int) || type == typeof(long))
            leaf["type"] = "integer";
        else if (type == typeof(double))
            leaf["type"] = "number";
        else if (type.IsGenericType && type.GetGenericArguments().Length == 1)
            leaf["type"] = new JsonArray("array", "string");
        else if (type.IsGenericType)
            leaf["type"] = "object";
        else
            leaf["type"] = new JsonArray("string", "number");
        return leaf;
    }

    private static string Describe(SettingsReference.Entry entry) =>
        entry.Text
        + (entry.Range.Length > 0 ? $" Range: {entry.Range}." : "")
        + (entry.Default.Length > 0 ? $" Default: {entry.Default}." : "");
}
