using System.Text;
using MimeKit;

namespace CrisisFlow.Mail;

/// <summary>Text in a header.</summary>
internal static class HeaderText
{
    /// <summary>Longest header text, in UTF-16 units; what is longer is cut with an ellipsis.</summary>
    public const int Longest = 250;

    /// <summary>Longest text that stays on the line of the header's name, in characters.</summary>
    private const int LongestPlain = 60;

    /// <summary>Bytes of text in one encoded word: with a header's name it fits into 76 characters.</summary>
    private const int BytesInWord = 39;

    public static string Clean(string text) => OneLine.Of(text, Longest);

    /// <summary>
    /// Writes a text that is not plain and short as encoded words (RFC 2047), each on a line of its own. MimeKit's are
    /// up to 76 characters long where 75 are allowed, and with the header's name make a line of 85. And text that looks
    /// like an encoded word it leaves as it is: a headline could bring back what <see cref="Clean"/> took out.
    /// </summary>
    /// <param name="tail">What follows the text on a line of its own: an address, or nothing.</param>
    public static void Encode(Header header, string text, string tail)
    {
        var isPlain = Ascii.IsValid(text) && !text.Contains("=?", StringComparison.Ordinal);
        if (isPlain && text.Length <= LongestPlain)
            return;
        var lines = Words(text).Select(word => $" =?utf-8?B?{Convert.ToBase64String(word)}?=");
        var value = string.Join("\r\n", lines) + (tail.Length == 0 ? "" : "\r\n " + tail) + "\r\n";
        header.SetRawValue(Encoding.ASCII.GetBytes(value));
    }

    /// <summary>The text in UTF-8, cut between code points.</summary>
    private static IEnumerable<byte[]> Words(string text)
    {
        var word = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (word.Count + rune.Utf8SequenceLength > BytesInWord)
            {
                yield return [.. word];
                word.Clear();
            }

            word.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        yield return [.. word];
    }
}
