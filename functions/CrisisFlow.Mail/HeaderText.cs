using System.Text;

namespace CrisisFlow.Mail;

/// <summary>Text in a header: one line whatever comes in, folded at 76, RFC 2047 where it is not plain ASCII.</summary>
internal static class HeaderText
{
    private const int LineLength = 76;

    /// <summary>Longest header text, in UTF-16 units; what is longer is cut with an ellipsis.</summary>
    public const int Longest = 250;

    /// <summary>One line: line ends, controls and marks that turn the direction of text become spaces or go; what is too long is cut.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= Longest) return clean.Append('…').ToString();
            if (IsDirection(rune.Value)) continue;
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 || Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>The header's whole line or lines, without the last line end.</summary>
    public static string Unstructured(string name, string text)
    {
        var clean = Clean(text);
        var plain = $"{name}: {clean}";
        return plain.Length <= LineLength && IsPlain(clean) ? plain : $"{name}:" + Words(clean, name.Length + 1);
    }

    /// <summary>A display name and address: <c>"name" &lt;address&gt;</c>, or the bare address when there is no name.</summary>
    public static string Mailbox(string name, string displayName, string wire)
    {
        var clean = Clean(displayName);
        if (clean.Length == 0) return $"{name}: {wire}";
        var quoted = '"' + clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
        return IsPlain(clean) && name.Length + quoted.Length + 3 <= LineLength
            ? $"{name}: {quoted}\r\n <{wire}>"
            : $"{name}:" + Words(clean, name.Length + 1) + $"\r\n <{wire}>";
    }

    private static bool IsDirection(int rune) => rune is (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) or 0x200e or 0x200f or 0x061c;

    private static bool IsPlain(string text) => text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal);

    /// <summary>Encoded words, each on a line of its own, none cutting a code point in two.</summary>
    private static string Words(string text, int used)
    {
        const string open = "=?utf-8?B?";
        var lines = new StringBuilder();
        var bytes = new List<byte>();
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var room = (LineLength - 1 - (lines.Length == 0 ? used : 0) - open.Length - 2) / 4 * 3;
            var length = rune.EncodeToUtf8(utf8);
            if (bytes.Count + length > Math.Min(room, 45)) Flush();
            bytes.AddRange(utf8[..length]);
        }

        Flush();
        return lines.ToString();

        void Flush()
        {
            if (bytes.Count == 0) return;
            lines.Append(lines.Length == 0 ? " " : "\r\n ").Append(open).Append(Convert.ToBase64String([.. bytes])).Append("?=");
            bytes.Clear();
        }
    }
}
