namespace CrisisFlow.Settings;

/// <summary>A value as somebody wrote it, and where.</summary>
internal sealed record WrittenValue(string Text, string Place);

/// <summary>
/// Names and values before they have types: what a YAML file, the environment and the command line have in common.
/// </summary>
/// <param name="place">Where it begins.</param>
internal sealed class WrittenNode(string place)
{
    public string Place { get; } = place;

    public WrittenValue? Value { get; set; }

    /// <summary>By name, ignoring case; list items are named 0, 1, 2...</summary>
    public SortedDictionary<string, WrittenNode> Children { get; } = new(NodeNameComparer.Instance);

    /// <summary>
    /// What stands after the value in its line and YAML takes for a comment, from its '#' on; null when nothing does.
    /// </summary>
    public string? Comment { get; set; }

    /// <summary>Somebody wrote [].</summary>
    public bool IsEmptyList { get; set; }

    public bool IsEmpty => Value is null && Children.Count == 0;

    /// <summary>Names and values were written, and not a list or one value.</summary>
    public bool IsBlock => Children.Count > 0 && !IsList;

    public bool IsList => Children.Count > 0 && Children.Keys.All(name => int.TryParse(name, out _));

    /// <summary>Sets one value at a path of names, making the way to it; a later call wins.</summary>
    public void Set(IEnumerable<string> path, string text, string place)
    {
        var node = this;
        foreach (var name in path)
        {
            if (!node.Children.TryGetValue(name, out var child))
                node.Children[name] = child = new WrittenNode(place);
            node = child;
        }

        (node.Value, node.Comment) = (new WrittenValue(text, place), null);
    }

    /// <summary>Position of a dotted name such as people[0].email, or of its nearest written ancestor.</summary>
    public string PlaceOf(string name)
    {
        var (node, place) = (this, Place);
        foreach (var part in name.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!node.Children.TryGetValue(part, out var child))
                break;
            (node, place) = (child, child.Value?.Place ?? child.Place);
        }

        return place;
    }
}

/// <summary>Numbers by value, so that item 10 comes after item 9; other names without regard to case.</summary>
internal sealed class NodeNameComparer : IComparer<string>
{
    public static readonly NodeNameComparer Instance = new();

    public int Compare(string? x, string? y) =>
        int.TryParse(x, out var a) && int.TryParse(y, out var b)
            ? a.CompareTo(b)
            : string.Compare(x, y, StringComparison.OrdinalIgnoreCase);
}
