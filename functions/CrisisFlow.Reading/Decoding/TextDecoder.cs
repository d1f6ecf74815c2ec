using System.Text;
using System.Text.Unicode;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Decoding;

/// <summary>
/// Bytes to text: byte order mark, then the pattern of zero bytes, then header, then declaration, then a test of the
/// bytes themselves.
/// A declaration that the bytes contradict loses, and a problem says so.
/// </summary>
internal static class TextDecoder
{
    public static string Decode(ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        if (Mark(bytes) is var (marked, skip) && marked is not null)
            return Repair(marked, bytes[skip..], problems);
        if (ZeroPattern(bytes) is { } wide)
            return Repair(wide, bytes, problems);

        var headerLabel = Declarations.OfHeader(problems.Options.ContentType);
        var prologLabel = Declarations.OfDocument(bytes);
        var header = Charsets.Named(headerLabel);
        var prolog = Eight(Charsets.Named(prologLabel));
        if (headerLabel is not null && header is null)
            Unknown(headerLabel, "header", problems);
        if (prologLabel is not null && prolog is null)
            Unknown(prologLabel, "declaration", problems);
        if (Ascii.IsValid(bytes) && !IsShifted(prolog) && header is null or { IsSingleByte: true } or UTF8Encoding)
            return Encoding.ASCII.GetString(bytes);

        var utf8 = Utf8.IsValid(bytes);
        foreach (var (declared, place) in new[] { (Eight(header), "header"), (prolog, "declaration") })
        {
            if (declared is null)
                continue;
            // Text that is valid UTF-8 and not plain ASCII is UTF-8: an eight-bit text hits that by chance hardly ever.
            if (utf8 && (declared is UTF8Encoding || declared.IsSingleByte))
                return Charsets.Utf8.GetString(bytes);
            if (
                declared is not UTF8Encoding
                && Charsets.Strictly(declared, bytes) is { } text
                && !EncodingGuess.Contradicts(declared, text, bytes)
            )
                return text;
            if (!utf8 && declared is UTF8Encoding && CutAtEnd(bytes))
                return Charsets.Utf8.GetString(bytes);
        }

        if (utf8)
            return Charsets.Utf8.GetString(bytes);
        return Guess(bytes, headerLabel ?? prologLabel, problems);
    }

    private static string Guess(ReadOnlySpan<byte> bytes, string? declared, ProblemList problems)
    {
        var text = EncodingGuess.Decode(bytes, out var name);
        var claim = declared is null
            ? "names no encoding and is not valid UTF-8"
            : $"claims to be {ProblemList.Quote(declared)}, which its bytes are not";
        problems.Add(ReadProblemKind.Encoding, "", $"The document {claim}; it was read as {name}.");
        return text;
    }

    private static void Unknown(string label, string place, ProblemList problems) =>
        problems.Add(
            ReadProblemKind.Encoding,
            "",
            $"The encoding '{ProblemList.Quote(label)}' in the {place} is unknown here or cannot be; it was ignored."
        );

    private static string Repair(Encoding encoding, ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        if (Charsets.Strictly(encoding, bytes) is { } text)
            return text;
        problems.Add(
            ReadProblemKind.Encoding,
            "",
            $"The document holds bytes that are not {encoding.WebName}; each was replaced."
        );
        return encoding.GetString(bytes);
    }

    /// <summary>A document read byte by byte cannot be UTF-16 or UTF-32, whatever it says.</summary>
    private static Encoding? Eight(Encoding? encoding) =>
        encoding is UnicodeEncoding or UTF32Encoding ? null : encoding;

    /// <summary>ISO-2022-JP writes Japanese in ASCII, between escape sequences.</summary>
    private static bool IsShifted(Encoding? encoding) => encoding?.CodePage is 50220 or 50221 or 50222;

    private static bool CutAtEnd(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 1; cut <= 3 && cut < bytes.Length; cut++)
            if (bytes[^cut] >= 0xC0)
                return Utf8.IsValid(bytes[..^cut]);
        return false;
    }

    private static (Encoding? Encoding, int Skip) Mark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Charsets.Utf8, 3) is var mark && Utf8.IsValid(bytes[3..]) ? mark : (null, 0),
            [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, false), 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, false), 4),
            [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false), 2),
            _ => (null, 0),
        };

    /// <summary>
    /// "&lt;?", "{" or "[" and the like in two or four bytes each; and EBCDIC, which begins like nothing else.
    /// </summary>
    private static Encoding? ZeroPattern(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0, 0, 0, not 0, ..] => new UTF32Encoding(true, false),
            [not 0, 0, 0, 0, ..] => new UTF32Encoding(false, false),
            [0, not 0, 0, not 0, ..] => new UnicodeEncoding(true, false),
            [not 0, 0, not 0, 0, ..] => new UnicodeEncoding(false, false),
            [0x4C, 0x6F, 0xA7, 0x94, ..] => Charsets.Named("ibm037"),
            _ => null,
        };
}
