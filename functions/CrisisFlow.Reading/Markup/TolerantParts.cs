using System.Text;

namespace CrisisFlow.Reading.Markup;

/// <summary>Which namespace a prefix stands for at the place reached.</summary>
internal sealed class NamespaceScopes
{
    private readonly Stack<Dictionary<string, string>?> _scopes = new();

    public void Push(IReadOnlyList<(string Name, string Value)> attributes)
    {
        Dictionary<string, string>? scope = null;
        foreach (var (name, value) in attributes)
        {
            if (name == "xmlns")
                (scope ??= [])[""] = value;
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal))
                (scope ??= [])[name[6..]] = value;
        }

        _scopes.Push(scope);
    }

    public void Pop() => _scopes.Pop();

    /// <summary>Null for a prefix that nobody declared; empty for no prefix and no default namespace.</summary>
    public string? Uri(string prefix)
    {
        foreach (var scope in _scopes)
            if (scope is not null && scope.TryGetValue(prefix, out var uri))
                return uri;
        return prefix.Length == 0 ? "" : null;
    }
}

/// <summary>Offsets to lines and columns, asked for in rising order.</summary>
internal sealed class LineCounter(string text)
{
    private int _line = 1;
    private int _start;
    private int _seen;

    public (int Line, int Column) Of(int offset)
    {
        for (; _seen < offset; _seen++)
        {
            var next = text.AsSpan(_seen, offset - _seen).IndexOf('\n');
            if (next < 0)
                break;
            _seen += next;
            _line++;
            _start = _seen + 1;
        }

        _seen = Math.Max(_seen, offset);
        return (_line, offset - _start + 1);
    }
}

/// <summary>Which elements are closed by what follows them when their end tag was forgotten.</summary>
internal static class Unclosed
{
    public static bool IsItem(string name) =>
        name.Equals("item", StringComparison.OrdinalIgnoreCase)
        || name.Equals("entry", StringComparison.OrdinalIgnoreCase);

    /// <summary>Elements that hold nothing but a text.</summary>
    public static bool IsField(string key) =>
        key is "title" or "link" or "guid" or "pubdate" or "category" or "comments";

    public static bool EndsAt(string open, string next) =>
        IsField(open)
        && next.ToLowerInvariant()
            is "title"
                or "link"
                or "guid"
                or "pubdate"
                or "category"
                or "comments"
                or "description"
                or "author"
                or "item"
                or "entry";
}

internal static class XmlCharacters
{
    /// <summary>Without the characters no XML document may hold. Lone surrogates become U+FFFD.</summary>
    public static string Clean(string text)
    {
        var bad = -1;
        for (var i = 0; i < text.Length && bad < 0; i++)
            if (IsBad(text, i))
                bad = i;
        if (bad < 0)
            return text;
        var clean = new StringBuilder(text.Length).Append(text, 0, bad);
        for (var i = bad; i < text.Length; i++)
        {
            if (!IsBad(text, i))
                clean.Append(text[i]);
            else if (char.IsSurrogate(text[i]))
                clean.Append('\uFFFD');
        }

        return clean.ToString();
    }

    private static bool IsBad(string text, int i)
    {
        var c = text[i];
        if (c < ' ')
            return c is not ('\t' or '\n' or '\r');
        if (char.IsHighSurrogate(c))
            return i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1]);
        if (char.IsLowSurrogate(c))
            return i == 0 || !char.IsHighSurrogate(text[i - 1]);
        return c is '\uFFFE' or '\uFFFF';
    }
}
