using System.Text;

namespace CrisisFlow.Mail;

/// <summary>Makes a text safe for a place that holds one line: a header, a stored reason.</summary>
public static class OneLine
{
    /// <summary>
    /// Line ends, controls and runs of white space become one space; marks that turn the direction of text go; half a
    /// surrogate pair becomes U+FFFD.
    /// </summary>
    /// <param name="longest">In UTF-16 units; what is longer is cut, with an ellipsis.</param>
    public static string Of(string text, int longest)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= longest)
                return line.Append('…').ToString();
            if (TurnsDirection(rune.Value))
                continue;
            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
                line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    private static bool TurnsDirection(int rune) =>
        rune is (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) or 0x200e or 0x200f or 0x061c;
}
