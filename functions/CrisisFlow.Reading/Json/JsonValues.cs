using System.Globalization;
using System.Text.Json;
using CrisisFlow.Reading.Markup;

namespace CrisisFlow.Reading.Json;

/// <summary>Values out of JSON that strangers wrote: numbers as texts, texts as numbers.</summary>
internal static class JsonValues
{
    public static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>A text, or a number or truth value as written; null for anything else.</summary>
    public static string? Text(JsonElement? element) =>
        element switch
        {
            { ValueKind: JsonValueKind.String } value => XmlCharacters.Clean(value.GetString()!),
            { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value =>
                value.GetRawText(),
            _ => null,
        };

    public static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? Text(value) : null;

    public static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>
    /// A count of 0 or more; null when it is none. Takes 12, 12.0, "12", "1,234" and the Chinese "1.2万".
    /// </summary>
    public static long? Count(string? text)
    {
        if (text is null)
            return null;
        var clean = text.Trim().Replace(",", "", StringComparison.Ordinal).TrimEnd('+');
        var scale = 1.0;
        if (clean.Length > 1)
            scale = clean[^1] switch
            {
                '万' or '萬' or 'w' or 'W' => 1e4,
                '亿' or '億' => 1e8,
                'k' or 'K' => 1e3,
                'm' or 'M' => 1e6,
                _ => 1,
            };
        if (scale > 1)
            clean = clean[..^1];
        return
            double.TryParse(clean, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= 0
            && value * scale < 1e15
            ? (long)Math.Round(value * scale)
            : null;
    }
}
