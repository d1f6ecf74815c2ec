using System.Text;

namespace CrisisFlow.Reading.Decoding;

/// <summary>Encodings declared by header and document.</summary>
internal static class Declarations
{
    public static string? OfHeader(string? contentType)
    {
        if (contentType is null)
            return null;
        var at = contentType.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = contentType.AsSpan(at + 7).TrimStart();
        if (rest.IsEmpty || rest[0] != '=')
            return null;
        rest = rest[1..].Trim();
        var end = rest.IndexOf(';');
        var value = (end < 0 ? rest : rest[..end]).Trim().Trim("\"'").Trim();
        return value.IsEmpty ? null : value.ToString();
    }

    /// <summary>The name in an XML declaration within the first 2,048 bytes.</summary>
    public static string? OfDocument(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        var open = start.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (open < 0)
            return null;
        var close = start.IndexOf("?>", open, StringComparison.Ordinal);
        var declaration = close < 0 ? start[open..] : start[open..close];
        var at = declaration.IndexOf("encoding", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = declaration.AsSpan(at + 8).TrimStart();
        if (rest.IsEmpty || rest[0] != '=')
            return null;
        rest = rest[1..].TrimStart();
        if (rest.IsEmpty || rest[0] is not ('"' or '\''))
            return null;
        var end = rest[1..].IndexOf(rest[0]);
        return end <= 0 ? null : rest[1..(end + 1)].ToString();
    }
}
