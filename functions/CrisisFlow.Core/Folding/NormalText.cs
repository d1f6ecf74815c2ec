using System.Buffers;

namespace CrisisFlow.Core.Folding;

/// <summary>Output of normalising: collapses white space as it comes, on a pooled buffer.</summary>
internal ref struct NormalText(char[] buffer)
{
    private char[] _buffer = buffer;
    private int _length;
    private char _pending;

    public void Reserve(int more)
    {
        if (_length + more + 1 <= _buffer.Length)
            return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + more + 1, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }

    public void Space()
    {
        if (_pending == '\0')
            _pending = ' ';
    }

    public void LineBreak() => _pending = '\n';

    public void Append(char unit)
    {
        if (_pending != '\0')
        {
            if (_length > 0)
                _buffer[_length++] = _pending;
            _pending = '\0';
        }

        _buffer[_length++] = unit;
    }

    public void AppendAny(int codePoint)
    {
        if (CharacterKinds.IsLineBreak(codePoint))
            LineBreak();
        else if (CharacterKinds.IsSpace(codePoint))
            Space();
        else if (codePoint <= 0xFFFF)
            Append((char)codePoint);
        else
        {
            Append((char)(0xD7C0 + (codePoint >> 10)));
            Append((char)(0xDC00 + (codePoint & 0x3FF)));
        }
    }

    /// <param name="original">Comes back itself when nothing had to change.</param>
    public readonly string ToStringAndReturn(string original)
    {
        var text = _buffer.AsSpan(0, _length).SequenceEqual(original) ? original : new string(_buffer, 0, _length);
        Return();
        return text;
    }

    public readonly void Return() => ArrayPool<char>.Shared.Return(_buffer);
}
