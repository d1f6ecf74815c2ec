namespace CrisisFlow.Reading.Markup;

internal readonly record struct MarkupAttribute(string Prefix, string Name, string Value)
{
    public string Written => Prefix.Length == 0 ? Name : Prefix + ":" + Name;
}

/// <summary>An element or a text; <see cref="Raw"/> marks a CDATA section, whose markup is meant as markup.</summary>
internal readonly record struct MarkupNode(Element? Element, string? Text, bool Raw);

/// <summary>One element of an XML document, from either reader.</summary>
internal sealed class Element(Element? parent, string prefix, string name, int line, int column)
{
    private List<MarkupNode>? _nodes;
    private List<MarkupAttribute>? _attributes;

    public Element? Parent { get; } = parent;

    public string Prefix { get; } = prefix;

    /// <summary>Local name as written.</summary>
    public string Name { get; } = name;

    /// <summary>Local name in lower case: old feeds write pubdate and PubDate alike.</summary>
    public string Key { get; } = Lower(name);

    public Vocabulary Vocabulary { get; set; }

    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>False when the document ended inside.</summary>
    public bool Complete { get; set; } = true;

    public IReadOnlyList<MarkupNode> Nodes => _nodes ?? (IReadOnlyList<MarkupNode>)[];

    public IReadOnlyList<MarkupAttribute> Attributes => _attributes ?? (IReadOnlyList<MarkupAttribute>)[];

    public bool HasElements { get; private set; }

    public string Place => ProblemList.At(Line, Column);

    public void Add(Element child)
    {
        HasElements = true;
        (_nodes ??= []).Add(new(child, null, false));
    }

    public void Add(string text, bool raw) => (_nodes ??= new(1)).Add(new(null, text, raw));

    public void Add(MarkupAttribute attribute) => (_attributes ??= []).Add(attribute);

    /// <summary>Value of an attribute without prefix, trimmed; null when absent.</summary>
    public string? Attribute(string name)
    {
        if (_attributes is null)
            return null;
        foreach (var attribute in _attributes)
            if (attribute.Prefix.Length == 0 && attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return attribute.Value.Trim();
        return null;
    }

    /// <summary>Value of an attribute with a prefix, such as xml:base or rdf:about; null when absent.</summary>
    public string? Attribute(string prefix, string name)
    {
        if (_attributes is null)
            return null;
        foreach (var attribute in _attributes)
            if (attribute.Prefix == prefix && attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return attribute.Value.Trim();
        return null;
    }

    public IEnumerable<Element> Elements
    {
        get
        {
            if (!HasElements)
                yield break;
            foreach (var node in _nodes!)
                if (node.Element is { } element)
                    yield return element;
        }
    }

    /// <summary>All text inside, with the markup left out, trimmed.</summary>
    public string Text
    {
        get
        {
            if (_nodes is null)
                return "";
            if (_nodes.Count == 1 && _nodes[0].Text is { } only)
                return only.Trim();
            return MarkupWriter.Text(this).Trim();
        }
    }

    private static string Lower(string name)
    {
        foreach (var c in name)
            if (char.IsAsciiLetterUpper(c))
                return name.ToLowerInvariant();
        return name;
    }
}
