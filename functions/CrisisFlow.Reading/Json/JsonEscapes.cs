using System.Globalization;
using System.Text;

namespace CrisisFlow.Reading.Json;

/// <summary>
/// Half surrogate pairs written as escapes: System.Text.Json refuses the whole text, even the whole object, for one of
/// them.
/// </summary>
internal static class JsonEscapes
{
    /// <summary>The JSON with every half pair replaced by U+FFFD; the same text when there is none.</summary>
    public static string Repair(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
            return json;
        StringBuilder? result = null;
        var from = 0;
        for (var i = 0; i + 1 < json.Length; i++)
        {
            if (json[i] != '\\')
                continue;
            var unit = Unit(json, i);
            if (unit is >= 0xD800 and < 0xDC00 && Unit(json, i + 6) is >= 0xDC00 and < 0xE000)
                i += 11;
            else if (unit is >= 0xD800 and < 0xE000)
            {
                (result ??= new StringBuilder(json.Length)).Append(json, from, i - from).Append("\\uFFFD");
                i += 5;
                from = i + 1;
            }
            else
                i++;
        }

        return result is null ? json : result.Append(json, from, json.Length - from).ToString();
    }

    /// <summary>The number of an escape \uXXXX at the place; -1 when there is none.</summary>
    private static int Unit(string json, int at) =>
        at + 5 < json.Length
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && int.TryParse(
            json.AsSpan(at + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var unit
        )
            ? unit
            : -1;
}
