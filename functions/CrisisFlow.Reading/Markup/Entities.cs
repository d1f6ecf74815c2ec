using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace CrisisFlow.Reading.Markup;

/// <summary>
/// Entity references of XML and HTML. What is none stays as it stands: a bare "&amp;" is an ampersand.
/// </summary>
internal static class Entities
{
    // What numbers 128 to 159 mean on the web: windows-1252.
    private const string Low = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    public static string Decode(string text)
    {
        var at = text.IndexOf('&');
        if (at < 0)
            return text;
        var result = new StringBuilder(text.Length);
        var from = 0;
        while (at >= 0)
        {
            result.Append(text, from, at - from);
            var used = Append(result, text.AsSpan(at));
            if (used == 0)
            {
                result.Append('&');
                used = 1;
            }

            from = at + used;
            at = text.IndexOf('&', from);
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>
    /// Control characters U+0080 to U+009F mean nothing in a text; a program wrote windows-1252 there and called it
    /// Unicode.
    /// </summary>
    public static string Western(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0080', '\u009f') < 0)
            return text;
        return string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    span[i] = source[i] is >= '\u0080' and <= '\u009f' ? Low[source[i] - 0x80] : source[i];
            }
        );
    }

    /// <summary>
    /// Appends what the reference at the start of <paramref name="text"/> means; 0 when there is none.
    /// </summary>
    public static int Append(StringBuilder result, ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 34)].IndexOf(';');
        if (end < 2)
            return 0;
        var name = text[1..end];
        if (name[0] == '#')
            return Number(result, name[1..]) ? end + 1 : 0;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c))
                return 0;
        switch (name)
        {
            case "amp":
                result.Append('&');
                return end + 1;
            case "lt":
                result.Append('<');
                return end + 1;
            case "gt":
                result.Append('>');
                return end + 1;
            case "quot":
                result.Append('"');
                return end + 1;
            case "apos":
                result.Append('\'');
                return end + 1;
            case "nbsp":
                result.Append('\u00a0');
                return end + 1;
        }

        var symbol = HtmlEntityProvider.Resolver.GetSymbol(name.ToString() + ";");
        if (string.IsNullOrEmpty(symbol))
            return 0;
        result.Append(symbol);
        return end + 1;
    }

    private static bool Number(StringBuilder result, ReadOnlySpan<char> digits)
    {
        var hex = digits.Length > 1 && digits[0] is 'x' or 'X';
        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(hex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var code))
            return false;
        if (code is >= 128 and < 160)
            result.Append(Low[code - 128]);
        else if (code is 9 or 10 or 13 || (code >= 32 && Rune.IsValid(code) && code is not (0xFFFE or 0xFFFF)))
            result.Append(new Rune(code).ToString());
        else if (code >= 32)
            result.Append('\uFFFD');
        // Other control characters mean nothing in a text and are left out.
        return true;
    }
}
