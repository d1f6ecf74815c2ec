using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading.Markup;

/// <summary>Puts elements and texts together within the limits, for both XML readers.</summary>
internal sealed class TreeBuilder(ProblemList problems)
{
    private readonly ReadLimits _limits = problems.Options.Limits;
    private readonly List<Element> _open = [];
    private string? _rootNamespace;
    private bool _told;

    public Element? Root { get; private set; }

    public int Depth => _open.Count;

    public Element? Top => _open.Count == 0 ? null : _open[^1];

    public Element this[int index] => _open[index];

    /// <summary>False when the element lies too deep and its inside is to be skipped.</summary>
    public bool Open(string prefix, string name, string? uri, int line, int column)
    {
        if (_open.Count >= _limits.Depth)
        {
            Tell($"Elements are nested deeper than {_limits.Depth}; deeper levels were left out.", line, column);
            return false;
        }

        if (Root is null)
            _rootNamespace = prefix.Length == 0 ? uri ?? "" : null;
        var element = new Element(Top, prefix, name, line, column)
        {
            Vocabulary = Vocabularies.Of(prefix, uri, Root is null ? null : _rootNamespace),
        };
        if (Root is null)
            Root = element;
        else if (Top is { } top)
            top.Add(element);
        _open.Add(element);
        return true;
    }

    public void Attribute(string prefix, string name, string value)
    {
        var top = _open[^1];
        if (top.Attributes.Count < _limits.Attributes)
            top.Add(new MarkupAttribute(prefix, name, Entities.Western(value)));
        else
            Tell(
                $"Element '{ProblemList.Quote(top.Name)}' has more than {_limits.Attributes} attributes; the others "
                    + "were left out.",
                top.Line,
                top.Column
            );
    }

    public void Text(string text, bool raw)
    {
        if (Top is not { } top)
            return;
        if (text.Length > _limits.TextLength)
        {
            Tell(
                $"Text in '{ProblemList.Quote(top.Name)}' has {text.Length} characters; it was cut to "
                    + $"{_limits.TextLength}.",
                top.Line,
                top.Column
            );
            text = text[.._limits.TextLength];
        }

        top.Add(Entities.Western(text), raw);
    }

    public void Close() => _open.RemoveAt(_open.Count - 1);

    /// <summary>The document ends here: everything still open is incomplete.</summary>
    public void End()
    {
        foreach (var element in _open)
            element.Complete = false;
        _open.Clear();
    }

    private void Tell(string message, int line, int column)
    {
        if (_told)
            return;
        _told = true;
        problems.Add(ReadProblemKind.Limit, ProblemList.At(line, column), message);
    }
}
