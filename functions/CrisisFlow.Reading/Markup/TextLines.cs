using System.Text;

namespace CrisisFlow.Reading.Markup;

/// <summary>Text as lines: blanks collapse to one, lines are trimmed, empty lines and control characters go.</summary>
internal sealed class TextLines(int capacity)
{
    private readonly StringBuilder _text = new(capacity);

    // What stands before the next character: '\n', ' ' or nothing.
    private char _pending;

    public static string Tidy(string text)
    {
        if (IsTidy(text))
            return text;
        var lines = new TextLines(text.Length);
        lines.Append(text);
        return lines.ToString();
    }

    public void Break() => _pending = '\n';

    public void Blank() => _pending = _pending == '\n' ? '\n' : ' ';

    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\u2028' or '\u2029')
                Break();
            else if (char.IsWhiteSpace(c))
                Blank();
            else if (!char.IsControl(c))
                Append(c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c);
        }
    }

    public override string ToString() => _text.ToString();

    private void Append(char c)
    {
        if (_pending != '\0' && _text.Length > 0)
            _text.Append(_pending);
        _pending = '\0';
        _text.Append(c);
    }

    private static bool IsTidy(string text)
    {
        var blank = true;
        foreach (var c in text)
        {
            if (c != ' ' && (char.IsControl(c) || char.IsWhiteSpace(c) || c is '\uFFFE' or '\uFFFF'))
                return false;
            if (c == ' ' && blank)
                return false;
            blank = c == ' ';
        }

        return !blank || text.Length == 0;
    }
}
