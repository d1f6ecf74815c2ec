using System.Text;

namespace CrisisFlow.Runtime.Reading;

/// <summary>Rows of RFC 4180: quotes, doubled quotes, line ends inside quotes; also with ";" or tabs, told by the first line.</summary>
internal sealed class CsvRows(TextReader reader, int cellLimit)
{
    private readonly StringBuilder _cell = new();
    private char _separator;
    private int _line = 1;

    /// <summary>The line the next row begins on.</summary>
    public int Line => _line;

    /// <summary>Null at the end. An unclosed quote ends with the text; a cell longer than the limit is cut.</summary>
    public List<string>? Next()
    {
        if (_separator == '\0') _separator = Separator();
        var cells = new List<string>();
        var quoted = false;
        var any = false;
        _cell.Clear();
        while (true)
        {
            var read = reader.Read();
            if (read < 0)
            {
                if (!any && cells.Count == 0) return null;
                cells.Add(_cell.ToString());
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
                cells.Add(_cell.ToString());
                _cell.Clear();
            }
            else if (c == '\n')
            {
                cells.Add(_cell.ToString());
                return cells;
            }
            else if (c != '\r' || reader.Peek() != '\n') Append(c);
        }
    }

    private void Append(char c)
    {
        if (_cell.Length < cellLimit) _cell.Append(c);
    }

    private bool IsBlank()
    {
        for (var i = 0; i < _cell.Length; i++)
            if (_cell[i] != ' ') return false;
        return true;
    }

    private char Separator()
    {
        // The header has no quotes as a rule; peeking is all a reader offers, so the header is read whole and put in front again.
        var first = reader.ReadLine() ?? "";
        reader = new Joined(first + "\n", reader);
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
