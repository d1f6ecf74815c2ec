using System.IO.Compression;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;

namespace CrisisFlow.Reading.Archives;

/// <summary>
/// Reads archives of any length item by item: JSON Lines or CSV by content, gzip or not by content, in the encoding its
/// mark or its first bytes tell.
/// </summary>
public static class ArchiveReader
{
    private const int LineLimit = 4 * 1024 * 1024;

    /// <param name="source">Name used in problems.</param>
    /// <param name="problem">Called for everything that could not be read, as it is met.</param>
    /// <returns>
    /// Items in the archive's order. Enumerate once; the stream is read as the enumeration goes and not closed.
    /// </returns>
    /// <exception cref="InvalidDataException">
    /// The compressed data is damaged; what came before was handed out, but for a buffer's length.
    /// </exception>
    public static IEnumerable<DocumentItem> Read(
        Stream stream,
        string source,
        Action<ReadProblem> problem,
        string? language = null
    )
    {
        void Report(string place, string message) => problem(new(source, place, message));
        var buffered = new BufferedStream(stream, 64 * 1024);
        var head = new byte[2];
        var got = buffered.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        var joined = new PrefixedStream(head.AsMemory(0, got), buffered);
        using var unpacked = head is [0x1F, 0x8B]
            ? new GZipStream(joined, CompressionMode.Decompress, leaveOpen: true)
            : (Stream)joined;
        using var reader = ArchiveText.Open(unpacked, Report);
        while (reader.Peek() is var c and >= 0 && char.IsWhiteSpace((char)c))
            reader.Read();
        var options = new ReadOptions { Language = language };
        var items =
            reader.Peek() == '{' ? Lines(reader, Report, options) : CsvItems.Read(reader, LineLimit, options, Report);
        var (number, told) = (0L, false);
        foreach (var item in items.OfType<DocumentItem>())
        {
            number++;
            if (!told && PromisedPlain.IsBroken(item))
            {
                told = true;
                Report(
                    $"item {number}",
                    $"Item {number}: the text is HTML where archives hold plain text; its tags were left out. Further "
                        + "ones are not listed."
                );
            }

            yield return Ranks.Alone(item);
        }
    }

    /// <summary>Opens a file; see <see cref="Read"/>.</summary>
    public static IEnumerable<DocumentItem> ReadFile(string path, Action<ReadProblem> problem, string? language = null)
    {
        using var stream = File.OpenRead(path);
        foreach (var item in Read(stream, Path.GetFileName(path), problem, language))
            yield return item;
    }

    private static IEnumerable<DocumentItem?> Lines(
        StreamReader reader,
        Action<string, string> report,
        ReadOptions options
    )
    {
        var lines = new BoundedLines(reader, LineLimit);
        while (lines.Next() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (lines.WasCut)
                report(
                    $"line {lines.Number}",
                    $"Line {lines.Number} has {lines.Length} characters; the limit is {LineLimit}. It was left out."
                );
            else if (JsonLines.Line(line, (int)Math.Min(lines.Number, int.MaxValue), options, report) is { } item)
                yield return item;
        }
    }
}
