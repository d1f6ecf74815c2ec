using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Markup;

/// <summary>
/// Reads what calls itself XML as far as it goes: undeclared entities and prefixes, tags that do not match, invalid
/// characters,
/// anything before the first element, an end in the middle. One pass, linear, never throws.
/// </summary>
internal sealed class TolerantXml
{
    private readonly string _text;
    private readonly ProblemList _problems;
    private TreeBuilder _builder;
    private Element? _first;
    private readonly NamespaceScopes _scopes = new();
    private readonly LineCounter _lines;
    private int _at;

    // Elements opened beyond the depth limit; they are counted, not kept.
    private int _skipped;

    private TolerantXml(string text, ProblemList problems)
    {
        _text = text;
        _problems = problems;
        _builder = new TreeBuilder(problems);
        _lines = new LineCounter(text);
    }

    public static Element? Read(string text, ProblemList problems) => new TolerantXml(text, problems).Read();

    private Element? Read()
    {
        while (_at < _text.Length)
        {
            var open = _text.IndexOf('<', _at);
            if (open < 0)
                open = _text.Length;
            if (open > _at)
                AddText(_text[_at..open]);
            _at = open;
            if (open < _text.Length)
                Markup();
            if (_builder.Root is null || _builder.Depth > 0 || _skipped > 0)
                continue;
            if (FeedRoots.IsOne(_builder.Root) || _builder.Root.Key == "html")
                return _builder.Root;
            // Some programs print their warnings in front of the document; the document may still come.
            _first ??= _builder.Root;
            _builder = new TreeBuilder(_problems);
        }

        if (_builder.Depth > 0)
        {
            var (line, column) = _lines.Of(_text.Length);
            var inside = _builder.Top!.Name;
            _problems.Add(
                ReadProblemKind.Truncated,
                ProblemList.At(line, column),
                $"The document ends inside element '{ProblemList.Quote(inside)}'."
            );
            _builder.End();
        }

        return _builder.Root is { } root && (_first is null || FeedRoots.Find(root) is not null) ? root : _first;
    }

    private void Markup()
    {
        var rest = _text.AsSpan(_at);
        if (rest.StartsWith("<![CDATA["))
            CData();
        else if (rest.StartsWith("<!--"))
            SkipPast("-->");
        else if (rest.StartsWith("<?"))
            SkipPast(">");
        else if (rest.StartsWith("<!"))
            SkipDeclaration();
        else if (rest.Length > 2 && rest[1] == '/')
            Close();
        else if (rest.Length > 1 && (char.IsLetter(rest[1]) || rest[1] is '_' or ':'))
            Open();
        else
        {
            AddText("<");
            _at++;
        }
    }

    private void CData()
    {
        var start = _at + 9;
        var end = _text.IndexOf("]]>", start, StringComparison.Ordinal);
        if (_skipped == 0)
            _builder.Text(XmlCharacters.Clean(_text[start..(end < 0 ? _text.Length : end)]), raw: true);
        _at = end < 0 ? _text.Length : end + 3;
    }

    private void SkipPast(string mark)
    {
        var end = _text.IndexOf(mark, _at, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : end + mark.Length;
    }

    /// <summary>A document type, with or without a subset in brackets; nothing in it is looked at.</summary>
    private void SkipDeclaration()
    {
        var end = _text.IndexOfAny(['>', '['], _at);
        if (end >= 0 && _text[end] == '[')
            end = _text.IndexOf("]>", end, StringComparison.Ordinal) is var subset and >= 0 ? subset + 1 : -1;
        _at = end < 0 ? _text.Length : end + 1;
    }

    private void Close()
    {
        var end = _text.IndexOf('>', _at);
        var name = _text[(_at + 2)..(end < 0 ? _text.Length : end)].Trim();
        _at = end < 0 ? _text.Length : end + 1;
        if (_skipped > 0)
        {
            _skipped--;
            return;
        }

        for (var i = _builder.Depth - 1; i >= 0; i--)
        {
            if (!Written(_builder[i]).Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            while (_builder.Depth > i)
                CloseTop();
            return;
        }

        // An end tag that ends nothing is the misspelt end of a field, and within a text it is nothing.
        if (_builder.Top is { Prefix: "" } top && Unclosed.IsField(top.Key))
            CloseTop();
    }

    private void Open()
    {
        var start = _at;
        var tag = TagScanner.Read(_text, ref _at, _problems.Options.Limits);
        var (prefix, name) = TagScanner.Split(tag.Name);
        if (_skipped > 0)
        {
            if (!tag.Empty)
                _skipped++;
            return;
        }

        CloseForgotten(prefix, name);
        var (line, column) = _lines.Of(start);
        _scopes.Push(tag.Attributes);
        if (!_builder.Open(prefix, name, _scopes.Uri(prefix), line, column))
        {
            _scopes.Pop();
            if (!tag.Empty)
                _skipped++;
            return;
        }

        foreach (var (written, value) in tag.Attributes)
        {
            var (attributePrefix, attributeName) = TagScanner.Split(written);
            _builder.Attribute(attributePrefix, attributeName, value);
        }

        if (tag.Empty)
            CloseTop();
    }

    /// <summary>An item cannot begin inside an item, nor a title inside a title: somebody forgot to close it.</summary>
    private void CloseForgotten(string prefix, string name)
    {
        if (prefix.Length > 0)
            return;
        if (Unclosed.IsItem(name))
        {
            for (var i = _builder.Depth - 1; i >= 0; i--)
            {
                if (_builder[i].Prefix.Length > 0 || !_builder[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                    continue;
                while (_builder.Depth > i)
                    CloseTop();
                return;
            }
        }

        while (_builder.Top is { Prefix: "" } top && Unclosed.EndsAt(top.Key, name))
            CloseTop();
    }

    private void CloseTop()
    {
        _builder.Close();
        _scopes.Pop();
    }

    private void AddText(string text)
    {
        if (_skipped == 0)
            _builder.Text(XmlCharacters.Clean(Entities.Decode(text)), raw: false);
    }

    private static string Written(Element element) =>
        element.Prefix.Length == 0 ? element.Name : element.Prefix + ":" + element.Name;
}
