using System.Text;
using System.Text.RegularExpressions;

namespace CrisisFlow.Mail;

/// <summary>One mail as <see cref="Eml.Write"/> wrote it, read again for the outbox page and for tests.</summary>
/// <param name="From">Display name and address, decoded.</param>
public sealed record ReadMail(string From, string To, string Subject, string Date, string MessageId, string Text, string Html);

/// <summary>Reads what <see cref="Eml"/> writes, and nothing more general.</summary>
public static partial class EmlReader
{
    /// <returns>Null when the bytes are no mail of ours.</returns>
    public static ReadMail? Read(ReadOnlySpan<byte> eml)
    {
        var (headers, body) = Split(Encoding.ASCII.GetString(eml));
        var boundary = Boundary().Match(headers.GetValueOrDefault("Content-Type", ""));
        if (!boundary.Success) return null;
        string text = "", html = "";
        foreach (var section in body.Split("--" + boundary.Groups[1].Value))
        {
            var (part, content) = Split(section.TrimStart('\r', '\n'));
            var type = part.GetValueOrDefault("Content-Type", "");
            if (type.StartsWith("text/plain", StringComparison.Ordinal)) text = Decode(content);
            if (type.StartsWith("text/html", StringComparison.Ordinal)) html = Decode(content);
        }

        return new ReadMail(Header("From"), Header("To"), Header("Subject"), Header("Date"), Header("Message-ID"), text, html);

        string Header(string name) => Words(headers.GetValueOrDefault(name, ""));
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return ([], "");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in text[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return (headers, text[(end + 4)..]);
    }

    private static string Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }

    private static string Words(string header) =>
        EncodedWord().Replace(BetweenWords().Replace(header, "?==?"), match => Decode(match.Groups[1].Value));

    [GeneratedRegex("boundary=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=", RegexOptions.NonBacktracking)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.NonBacktracking)]
    private static partial Regex BetweenWords();
}
