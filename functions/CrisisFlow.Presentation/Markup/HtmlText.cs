using System.Text;

namespace CrisisFlow.Presentation.Markup;

/// <summary>Encodes a value for element content and double- or single-quoted attributes.</summary>
internal static class HtmlText
{
    public static string Encode(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        var into = new StringBuilder(value.Length + 16);
        Encode(value, into);
        return into.ToString();
    }

    public static void Encode(string? value, StringBuilder into)
    {
        if (value is null)
            return;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '&':
                    into.Append("&amp;");
                    break;
                case '<':
                    into.Append("&lt;");
                    break;
                case '>':
                    into.Append("&gt;");
                    break;
                case '"':
                    into.Append("&quot;");
                    break;
                case '\'':
                    into.Append("&#39;");
                    break;
                case '\n' or '\t':
                    into.Append(c);
                    break;
                case '\r':
                    // A lone CR or a CR LF both end a line; the browser would make the same of them.
                    if (i + 1 >= value.Length || value[i + 1] != '\n')
                        into.Append('\n');
                    break;
                case '\u2028' or '\u2029':
                    into.Append('\n');
                    break;
                case < ' ' or (>= '\u007f' and <= '\u009f'):
                    into.Append('\ufffd');
                    break;
                case >= '\ud800' and <= '\udfff':
                    if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                        into.Append(c).Append(value[++i]);
                    else
                        into.Append('\ufffd');
                    break;
                default:
                    into.Append(c);
                    break;
            }
        }
    }
}
