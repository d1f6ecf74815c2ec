using System.Text;
using System.Text.Unicode;
using CrisisFlow.Reading.Decoding;

namespace CrisisFlow.Reading.Archives;

/// <summary>Encoding of an archive, from its byte order mark or its first bytes.</summary>
internal static class ArchiveText
{
    private const int Sample = 64 * 1024;

    /// <param name="report">Told when the bytes are not UTF-8.</param>
    public static StreamReader Open(Stream stream, Action<string, string> report)
    {
        var head = new byte[Sample];
        var got = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var encoding = EncodingOf(head.AsSpan(0, got), got < Sample, report);
        return new StreamReader(
            new PrefixedStream(head.AsMemory(0, got), stream),
            encoding,
            detectEncodingFromByteOrderMarks: true,
            64 * 1024
        );
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> head, bool whole, Action<string, string> report)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..])
            return Charsets.Utf8;
        // A sample may end in the middle of a character, but no encoding hides a line end inside one.
        if (!whole && head.LastIndexOf((byte)'\n') is > 0 and var end)
            head = head[..end];
        if (Utf8.IsValid(head))
            return Charsets.Utf8;
        EncodingGuess.Decode(head, out var name);
        report("", $"The archive is not UTF-8; it was read as {name}.");
        return Charsets.Named(name) ?? Charsets.Utf8;
    }
}
