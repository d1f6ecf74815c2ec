using CsvHelper;

namespace CrisisFlow.Reading.Archives;

/// <summary>
/// Rows of RFC 4180, also with ";" or tabs, whichever the first line has most of. Broken quotes are read as far as they
/// go; blanks around a field do not count.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    private const int MostCells = 1_000;
    private const int HeaderLimit = 64 * 1024;

    private readonly CsvReader _reader;
    private readonly int _rowLimit;
    private readonly Action<string, string> _report;

    /// <param name="rowLimit">
    /// UTF-8 bytes of one row; reading ends at a longer one, and <paramref name="report"/> is told.
    /// </param>
    /// <param name="report">Takes the place and the sentence that names it.</param>
    public CsvRows(TextReader text, int rowLimit, Action<string, string> report)
    {
        _rowLimit = rowLimit;
        _report = report;
        var (separator, whole) = Separator(text);
        _reader = CsvReader.Create(
            whole,
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MaxRecordSize = rowLimit,
                OnMalformedRecord = Malformed,
            }
        );
    }

    /// <summary>The line this row begins on.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>Fields of this row, at most 1,000.</summary>
    public int Count => Math.Min(_reader.FieldCount, MostCells);

    public string this[int index] => _reader.GetString(index);

    /// <summary>False at the end. Empty lines are passed over.</summary>
    public bool Next()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException error)
        {
            var line = error.LineNumber;
            _report(
                $"line {line}",
                $"The row that begins on line {line} has more than {_rowLimit} bytes. Nothing after that line was read."
            );
            return false;
        }
    }

    public void Dispose() => _reader.Dispose();

    private void Malformed(CsvMalformedRecord row)
    {
        if (row.Reason == CsvMalformedReason.UnterminatedQuote)
            _report(
                $"line {row.LineNumber}",
                $"Line {row.LineNumber} opens a quote that is never closed; all that follows was read as one field."
            );
    }

    private static (char Separator, TextReader Whole) Separator(TextReader text)
    {
        // Left to itself the library also looks at later rows, and takes a ";" in a text for a separator.
        var line = new char[HeaderLimit];
        var length = 0;
        for (var c = 0; length < line.Length && c != '\n' && (c = text.Read()) >= 0; )
            line[length++] = (char)c;
        var header = line.AsMemory(0, length);
        return (",;\t".MaxBy(candidate => header.Span.Count(candidate)), new PrefixedReader(header, text));
    }
}
