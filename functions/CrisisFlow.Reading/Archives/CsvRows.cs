using System.Text;

namespace CrisisFlow.Reading.Archives;

/// <summary>Rows of RFC 4180: quotes, doubled quotes, line ends inside quotes; also with ";" or tabs, told by the first line.</summary>
internal sealed class CsvRows(TextReader reader, int cellLimit)
{
    private const int HeaderLimit = 64 * 1024;
    private const int MostCells = 1_000;

    private readonly StringBuilder _cell = new();
    private int _row;
    private char _separator;
    private int _line = 1;

    /// <summary>The line the next row begins on.</summary>
    public int Line => _line;

    /// <summary>Null at the end. An unclosed quote ends with the text; a cell longer than the limit is cut, and a row longer than eight of them or of more than 1,000 cells.</summary>
    public List<string>? Next()
    {
        if (_separator == '\0') _separator = Separator();
        var cells = new List<string>();
        var quoted = false;
        var any = false;
        _row = 0;
        _cell.Clear();
        while (true)
        {
            var read = reader.Read();
            if (read < 0)
            {
                if (!any && cells.Count == 0) return null;
                Add(cells);
                return cells;
            }

            var c = (char)read;
            any = true;
            if (c == '\n') _line++;
            if (quoted)
            {
                if (c != '"') Append(c);
                else if (reader.Peek() == '"') Append((char)reader.Read());
                else quoted = false;
            }
            else if (c == '"' && IsBlank()) { _cell.Clear(); quoted = true; }
            else if (c == _separator)
            {
                Add(cells);
                _cell.Clear();
            }
            else if (c == '\n')
            {
                Add(cells);
                return cells;
            }
            else if (c != '\r' || reader.Peek() != '\n') Append(c);
        }
    }

    private void Append(char c)
    {
        if (_cell.Length >= cellLimit || _row / 8 >= cellLimit) return;
        _cell.Append(c);
        _row++;
    }

    private void Add(List<string> cells)
    {
        if (cells.Count < MostCells) cells.Add(_cell.ToString());
    }

    private bool IsBlank()
    {
        for (var i = 0; i < _cell.Length; i++)
            if (_cell[i] != ' ') return false;
        return true;
    }

    private char Separator()
    {
        // The header has no quotes as a rule; peeking is all a reader offers, so the header is read and put in front again.
        var line = new StringBuilder();
        for (var c = 0; line.Length < HeaderLimit && c != '\n' && (c = reader.Read()) >= 0;) line.Append((char)c);
        var first = line.ToString();
        reader = new Joined(first, reader);
        return ",;\t".MaxBy(candidate => first.Count(c => c == candidate));
    }

    /// <summary>A text and then the rest of a reader.</summary>
    private sealed class Joined(string first, TextReader rest) : TextReader
    {
        private int _at;

        public override int Peek() => _at < first.Length ? first[_at] : rest.Peek();

        public override int Read() => _at < first.Length ? first[_at++] : rest.Read();
    }
}
