using System.Text;
using System.Text.Json.Nodes;

namespace CrisisFlow.Settings.Tests.Playbooks;

/// <summary>The fields of a playbook as tables for its page, from the schema.</summary>
internal static class PlaybookTables
{
    public static string Of(JsonObject schema)
    {
        var page = new StringBuilder();
        Table(page, "", schema);
        foreach (var (name, shape) in (JsonObject)schema["definitions"]!)
        {
            page.Append($"\nA **{Shown(name)}** has:\n\n");
            Table(page, "", (JsonObject)shape!);
        }

        return page.ToString();
    }

    private static void Table(StringBuilder page, string path, JsonObject block)
    {
        page.Append("| name | what | value | default |\n|---|---|---|---|\n");
        Rows(page, path, block);
    }

    private static void Rows(StringBuilder page, string path, JsonObject block)
    {
        var required = (block["required"] as JsonArray)?.Select(one => (string?)one).ToHashSet() ?? [];
        foreach (var (name, node) in (JsonObject)block["properties"]!)
        {
            var field = (JsonObject)node!;
            var dotted = path.Length == 0 ? name : $"{path}.{name}";
            var inner = field["items"] as JsonObject ?? field;
            if (field["items"] is not null)
                dotted += "[]";
            var @default =
                required.Contains(name) ? "required"
                : field["default"] is { } value ? $"`{value}`"
                : "";
            page.Append($"| `{dotted}` | {field["description"]} | {Value(field, inner)} | {@default} |\n");
            if (inner["properties"] is not null)
                Rows(page, dotted, inner);
        }
    }

    private static string Value(JsonObject field, JsonObject inner) =>
        string.Join("; ", Limits(field, inner).Where(text => text.Length > 0));

    private static IEnumerable<string> Limits(JsonObject field, JsonObject inner)
    {
        if (inner["allOf"] is JsonArray refs)
            yield return "a " + Shown(((string)refs[0]!["$ref"]!).Split('/')[^1]);
        if (inner["enum"] is JsonArray words)
            yield return string.Join(", ", words.Select(word => $"`{word}`"));
        if (inner["minimum"] is { } least)
            yield return $"{least} to {inner["maximum"]}";
        if (inner["type"] is JsonValue type && (string?)type == "boolean")
            yield return "`true`, `false`";
        if (inner["anyOf"] is JsonArray texts)
            yield return $"up to {texts[0]!["maxLength"]} characters";
        if (inner["maxLength"] is { } most)
            yield return $"up to {most} characters";
        if ((string?)inner["pattern"] is { } pattern)
            yield return $"1 to {pattern.Split(',')[1].Split('}')[0]} characters";
        if ((string?)inner["format"] == "date")
            yield return "a date";
        if (field["items"] is not null)
            yield return $"{field["minItems"] ?? 0} to {field["maxItems"]} items";
    }

    private static string Shown(string shape) => shape.Replace('-', ' ');
}
