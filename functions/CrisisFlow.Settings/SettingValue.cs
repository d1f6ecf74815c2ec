namespace CrisisFlow.Settings;

/// <summary>A value as somebody wrote it, and where.</summary>
internal sealed record SettingValue(string Text, string Place);

/// <summary>Names and values before they have types: what a YAML file, the environment and the command line have in common.</summary>
internal sealed class SettingNode(string place)
{
    public string Place { get; } = place;

    public SettingValue? Value { get; set; }

    /// <summary>By name, ignoring case; list items are named 0, 1, 2...</summary>
    public SortedDictionary<string, SettingNode> Children { get; } = new(SettingNameComparer.Instance);

    /// <summary>Sets one value at a dotted path, making the way to it; a later call wins.</summary>
    public void Set(IEnumerable<string> path, string text, string place)
    {
        var node = this;
        foreach (var name in path)
        {
            if (!node.Children.TryGetValue(name, out var child))
                node.Children[name] = child = new SettingNode(place);
            node = child;
        }

        node.Value = new SettingValue(text, place);
    }
}

/// <summary>Numbers by value, so that item 10 comes after item 9; other names without regard to case.</summary>
internal sealed class SettingNameComparer : IComparer<string>
{
    public static readonly SettingNameComparer Instance = new();

    public int Compare(string? x, string? y) =>
        int.TryParse(x, out var a) && int.TryParse(y, out var b) ? a.CompareTo(b) : string.Compare(x, y, StringComparison.OrdinalIgnoreCase);
}
