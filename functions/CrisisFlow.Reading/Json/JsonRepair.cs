using System.Text;

namespace CrisisFlow.Reading.Json;

/// <summary>
/// Finds how much of a broken JSON document can be kept: everything up to the last complete element of an array.
/// </summary>
internal static class JsonRepair
{
    /// <summary>
    /// The document cut after its last complete array element before <paramref name="end"/> and closed; null when there
    /// is none.
    /// </summary>
    public static string? CloseAtLastElement(string text, int end)
    {
        var open = new List<char>();
        var (keep, closers, depth) = (-1, "", 4);
        var inString = false;
        for (var i = 0; i < Math.Min(end, text.Length); i++)
        {
            var c = text[i];
            if (inString)
            {
                if (c == '\\')
                    i++;
                else if (c == '"')
                    inString = false;
                continue;
            }

            if (c == '"')
                inString = true;
            else if (c is '{' or '[')
                open.Add(c == '{' ? '}' : ']');
            else if (c is '}' or ']')
            {
                if (open.Count == 0 || open[^1] != c)
                    break;
                open.RemoveAt(open.Count - 1);
                // Only elements of the outermost array are items; the end of what is inside one does not end it.
                if (c == '}' && open.Count > 0 && open.Count <= depth && open[^1] == ']')
                    (keep, closers, depth) = (i + 1, Closers(open), open.Count);
            }

            if (open.Count > 256)
                break;
        }

        return keep < 0 ? null : string.Concat(text.AsSpan(0, keep), closers);
    }

    private static string Closers(List<char> open)
    {
        var text = new StringBuilder(open.Count);
        for (var i = open.Count - 1; i >= 0; i--)
            text.Append(open[i]);
        return text.ToString();
    }
}
