using System.Globalization;
using System.Text.Json;

namespace CrisisFlow.Reading;

/// <summary>
/// JSON Pointer (RFC 6901), such as "/data/list" or "/user/screen_name"; empty means the value itself.
/// </summary>
public sealed class JsonPointer
{
    private readonly string[] _steps;

    private JsonPointer(string written, string[] steps)
    {
        Written = written;
        _steps = steps;
    }

    public string Written { get; }

    /// <summary>
    /// Null when it neither is empty nor begins with a slash, or holds a "~" that is not "~0" or "~1".
    /// </summary>
    public static JsonPointer? Parse(string written)
    {
        if (written.Length == 0)
            return new(written, []);
        if (written[0] != '/')
            return null;
        var steps = written[1..].Split('/');
        for (var i = 0; i < steps.Length; i++)
        {
            var rest = steps[i].Replace("~0", "", StringComparison.Ordinal).Replace("~1", "", StringComparison.Ordinal);
            if (rest.Contains('~'))
                return null;
            steps[i] = steps[i]
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
        }

        return new(written, steps);
    }

    /// <summary>Null when there is nothing at the place.</summary>
    public JsonElement? Of(JsonElement element)
    {
        foreach (var step in _steps)
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(step, out var value))
                element = value;
            else if (
                element.ValueKind == JsonValueKind.Array
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < element.GetArrayLength()
            )
                element = element[index];
            else
                return null;
        }

        return element;
    }

    public override string ToString() => Written;
}
