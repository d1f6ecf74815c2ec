using System.Globalization;
using System.Text;

namespace CrisisFlow.Runtime.Reading;

/// <summary>Decodes a JSON text with its quotes, letting half surrogate pairs through.</summary>
internal static class JsonEscapes
{
    public static string Decode(string quoted)
    {
        var text = new StringBuilder(quoted.Length);
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] != '\\' || i + 1 >= quoted.Length - 1)
            {
                text.Append(quoted[i]);
                continue;
            }

            var next = quoted[++i];
            if (next == 'u' && i + 4 < quoted.Length && ushort.TryParse(quoted.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
            }
            else
            {
                text.Append(next switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' or 'f' => ' ', _ => next });
            }
        }

        return text.ToString();
    }
}
