using System.Text;

namespace CrisisFlow.Reading.Archives;

/// <summary>
/// Lines of a text of any length. Of a line that is longer than the limit only its start is kept, so that input without
/// line ends costs no memory.
/// </summary>
/// <param name="limit">Characters of a line that are kept.</param>
public sealed class BoundedLines(TextReader reader, int limit)
{
    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _line = new();
    private int _at;
    private int _end;
    private bool _afterReturn;

    /// <summary>The number of the line that was given last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>How many characters that line has in all.</summary>
    public long Length { get; private set; }

    /// <summary>The last line is cut off.</summary>
    public bool WasCut => Length > limit;

    /// <summary>Null at the end.</summary>
    public string? Next()
    {
        _line.Clear();
        Length = 0;
        var any = false;
        while (Fill())
        {
            any = true;
            var c = _buffer[_at++];
            var pair = _afterReturn && c == '\n';
            _afterReturn = c == '\r';
            // The second half of CR LF belongs to the line that was given already.
            if (pair)
            {
                any = Length > 0;
                continue;
            }
            if (c is '\n' or '\r')
                return Given();
            if (Length++ < limit)
                _line.Append(c);
        }

        return any ? Given() : null;
    }

    /// <summary>Every line that is left.</summary>
    public IEnumerable<string> All()
    {
        while (Next() is { } line)
            yield return line;
    }

    private string Given()
    {
        Number++;
        return _line.ToString();
    }

    private bool Fill()
    {
        if (_at < _end)
            return true;
        (_at, _end) = (0, reader.Read(_buffer, 0, _buffer.Length));
        return _end > 0;
    }
}
