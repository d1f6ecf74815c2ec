using System.Globalization;
using CrisisFlow.Cases;

namespace CrisisFlow.Settings.Playbooks;

/// <summary>
/// A place in a playbook's file: reads values and notes what is wrong with them, so that everything is reported at
/// once.
/// </summary>
/// <param name="node">Null when nothing was written.</param>
/// <param name="around">Place that is named when nothing was written.</param>
internal sealed class YamlField(PlaybookFile file, string path, WrittenNode? node, string around) : IField
{
    private const string Missing = "It is missing.";

    private readonly List<string> _asked = [];

    public bool IsMissing => node is null || node is { IsEmpty: true, IsEmptyList: false };

    private string Place => node?.Value?.Place ?? node?.Place ?? around;

    public IField this[string name, string what] => Child(name);

    /// <summary>A field by name, for checks across fields.</summary>
    public YamlField Child(string name)
    {
        if (!_asked.Contains(name))
            _asked.Add(name);
        var child = node?.Children.GetValueOrDefault(name);
        return new YamlField(file, SettingsBinder.Join(path, name), child, Place);
    }

    public IField Shape(string name) => this;

    public IField Block(bool required)
    {
        if (node is { IsBlock: true } || (IsMissing && !required))
            return this;
        Problem(IsMissing ? Missing : "Names and values belong here.");
        // Reads as if it were there, and is heard by nobody.
        return new YamlField(new PlaybookFile(), path, null, around);
    }

    public IReadOnlyList<IField> Items(int least, int most, bool required)
    {
        if (IsMissing && required)
            Problem(Missing);
        if (IsMissing)
            return [];
        if (node is { IsList: false, IsEmptyList: false })
            Problem("A list belongs here; begin each item with '- '.");
        else if (List.Count < least || List.Count > most)
            Problem($"It has {List.Count} items; {least} to {most} belong here.");
        return List;
    }

    /// <summary>The items there are.</summary>
    public IReadOnlyList<YamlField> List =>
        node is not { IsList: true }
            ? []
            :
            [
                .. node.Children.Values.Select(
                    (item, i) => new YamlField(file, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]", item, Place)
                ),
            ];

    public string Text(int limit, string? fallback = null)
    {
        if (IsMissing)
        {
            if (fallback is null)
                Problem(Missing);
            return fallback ?? "";
        }

        var text = Written().Trim();
        if (text.Length > limit)
            Problem($"It has {text.Length} characters; the limit is {limit}.");
        return text;
    }

    public string Id(int limit)
    {
        var id = Text(limit);
        if (id.Length > 0 && !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            Problem($"'{id}' is not an id of 1 to {limit} characters a-z, 0-9 and '-'.");
        return id;
    }

    public string Role()
    {
        var role = Id(40);
        if (role.Length > 0)
            file.Roles.Add(new AskedRole(role, Place, path));
        return role;
    }

    public LocalText Local(int limit, LocalText? fallback = null)
    {
        if (IsMissing && fallback is not null)
            return fallback;
        if (node is not { IsBlock: true })
            return Text(limit) is var text ? LocalText.Each(_ => text) : LocalText.Empty;
        var texts = Language
            .All.Select(language => (language, text: Child(language.Code)))
            .Where(one => !one.text.IsMissing || one.language.InEveryPlaybook)
            .ToList();
        Done();
        return LocalText.Of(texts.Select(one => KeyValuePair.Create(one.language, one.text.Text(limit))));
    }

    public TimeSpan Duration(TimeSpan least, TimeSpan most, TimeSpan? fallback = null) =>
        Value(least, most, fallback) ?? least;

    public TimeSpan? DurationOrNone(TimeSpan least, TimeSpan most) =>
        IsMissing ? null : Value<TimeSpan>(least, most, null);

    public double Number(double least, double most, double fallback) =>
        Value(least, most, (double?)fallback) ?? fallback;

    public int Whole(int least, int most, int fallback) => Value(least, most, (int?)fallback) ?? fallback;

    public bool Flag(bool fallback) => IsMissing ? fallback : Parsed<bool>() ?? fallback;

    public DateOnly? Date() => IsMissing ? null : Parsed<DateOnly>();

    public T OneOf<T>(T fallback)
        where T : struct, Enum => IsMissing ? fallback : Parsed<T>() ?? fallback;

    public string OneOf(IReadOnlyCollection<string> words, string? fallback)
    {
        if (IsMissing)
        {
            if (fallback is null)
                Problem($"It is missing; it is one of {string.Join(", ", words)}.");
            return fallback ?? "";
        }

        var text = Written();
        if (words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        if (text.Length > 0)
            Problem($"'{text}' is not one of {string.Join(", ", words)}.");
        return "";
    }

    public void Problem(string sentence) => file.Problems.Add(new SettingsProblem(Place, path, sentence));

    public void Done()
    {
        if (node is not { IsBlock: true })
            return;
        foreach (var (name, child) in node.Children)
        {
            if (_asked.Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            // That the field is missing which was probably meant follows from this.
            if (UnknownName.Nearest(name, _asked) is { } meant)
                file.Problems.RemoveAll(one =>
                    one.Setting == SettingsBinder.Join(path, meant)
                    && one.Message.StartsWith(Missing[..^1], StringComparison.Ordinal)
                );
            file.Problems.Add(
                new SettingsProblem(
                    child.Place,
                    SettingsBinder.Join(path, name),
                    UnknownName.Sentence("field", name, _asked)
                )
            );
        }
    }

    private string Written()
    {
        if (node?.Value is { } value)
            return value.Text;
        Problem("One value belongs here.");
        return "";
    }

    private T? Value<T>(T least, T most, T? fallback)
        where T : struct, IComparable<T>
    {
        if (IsMissing)
        {
            if (fallback is null)
                Problem(Missing);
            return fallback;
        }

        if (Parsed<T>() is not { } value)
            return fallback;
        if (value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0)
            return value;
        Problem(ValueKinds.OutOfRange(Written(), least, most));
        return fallback;
    }

    private T? Parsed<T>()
        where T : struct
    {
        var text = Written();
        if (text.Length == 0 && node?.Value is null)
            return null;
        if (ValueKinds.TryParse(typeof(T), text, out var value))
            return (T)value;
        Problem(ValueKinds.Refusal(typeof(T), text));
        return null;
    }
}
