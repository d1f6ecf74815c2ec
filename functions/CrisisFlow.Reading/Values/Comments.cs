using System.Text;

namespace CrisisFlow.Reading.Values;

/// <summary>
/// RFC 822 allows remarks in brackets anywhere in a date, also nested and with escaped brackets inside.
/// </summary>
internal static class Comments
{
    public static string Drop(string text)
    {
        var kept = new StringBuilder(text.Length);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '(')
                depth++;
            else if (text[i] == ')')
                (depth, _) = (Math.Max(0, depth - 1), kept.Append(' '));
            else if (depth == 0)
                kept.Append(text[i]);
        }

        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Replace(" ,", ",", StringComparison.Ordinal);
    }
}
