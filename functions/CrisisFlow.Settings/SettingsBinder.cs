using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace CrisisFlow.Settings;

/// <summary>Gives names and values their types and reports every failure with its place.</summary>
/// <param name="host">The host the settings are for; a setting that it does not read is a note.</param>
internal sealed class SettingsBinder(HostKind host, List<SettingsProblem> problems)
{
    private readonly List<string> _unread = [];

    /// <summary>
    /// Names that were written and could not be read, and those that were probably meant: what is then missing follows
    /// from that.
    /// </summary>
    public IReadOnlyList<string> Unread => _unread;

    public void Bind(object section, WrittenNode node, string path)
    {
        var members = SettingMember.Of(section).ToDictionary(member => member.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, child) in node.Children)
        {
            if (members.TryGetValue(name, out var member))
                Read(member, child, Join(path, member.Name));
            else
                Unknown(name, child, path, members.Keys);
        }

        if (node.Value is { } text)
            Fail(text.Place, path, $"'{text.Text}' is found where settings belong: {string.Join(", ", members.Keys)}.");
    }

    public static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    /// <summary>What a list of this type holds; null when it is no list.</summary>
    public static Type? ListItem(Type type) =>
        type.IsGenericType
        && type.GetGenericArguments() is [var item]
        && type.IsAssignableFrom(typeof(List<>).MakeGenericType(item))
            ? item
            : null;

    private void Read(SettingMember member, WrittenNode node, string path)
    {
        if (member.OnlyOn is { } only && only != host && !node.IsEmpty)
            problems.Add(
                new(
                    node.Value?.Place ?? node.Place,
                    path,
                    $"The {host.Name()} ignores this; only the {only.Name()} reads it.",
                    ProblemKind.Note
                )
            );
        if (Convert(member.Type, member.Get(), node, path, member.Range) is { } value)
            member.Set(value);
    }

    /// <summary>
    /// A '#' after a blank begins a comment in YAML; a hashtag or what follows it was hardly meant as one.
    /// </summary>
    private void TellCut(WrittenNode node, string path)
    {
        if (node.Comment is not { } comment || !IsMeant(comment))
            return;
        problems.Add(
            new(
                node.Value?.Place ?? node.Place,
                path,
                $"'{comment}' is a comment in YAML and not part of the value; put the whole value in quotation "
                    + "marks if it belongs to it.",
                ProblemKind.Note
            )
        );
    }

    private static bool IsMeant(string comment) =>
        comment.Length > 1
        && (
            !(char.IsWhiteSpace(comment[1]) || comment[1] is '#' or '-' or '=' or '!')
            || comment.Contains(" OR ", StringComparison.Ordinal)
            || comment.Contains(" AND ", StringComparison.Ordinal)
            || comment.Contains(" NOT ", StringComparison.Ordinal)
        );

    private void Unknown(string name, WrittenNode node, string path, IReadOnlyCollection<string> known)
    {
        if (UnknownName.Nearest(name, known) is { } meant)
            _unread.Add(Join(path, meant));
        Fail(node.Value?.Place ?? node.Place, Join(path, name), UnknownName.Sentence("setting", name, known));
    }

    private object? Convert(Type type, object? current, WrittenNode node, string path, RangeAttribute? range)
    {
        if (ValueKinds.IsScalar(type))
            return Scalar(type, node, path, range);
        if (ListItem(type) is { } item)
            return List(item, node, path, range);
        if (type.IsGenericType && type.GetGenericArguments() is [var key, var of] && key == typeof(string))
            return Map(of, node, path);
        var made = current ?? Activator.CreateInstance(type)!;
        if (node.IsList)
            Fail(
                node.Place,
                path,
                "A list is found where settings belong: "
                    + $"{string.Join(", ", SettingMember.Of(made).Select(m => m.Name))}."
            );
        else
            Bind(made, node, path);
        return made;
    }

    private IList? List(Type item, WrittenNode node, string path, RangeAttribute? range)
    {
        if (node.IsBlock)
        {
            Fail(node.Place, path, "A list belongs here; begin each item with '- '.");
            return null;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        // One scalar is a list of one: "roles: legal".
        IEnumerable<KeyValuePair<string, WrittenNode>> nodes = node.Value is null ? node.Children : [new("0", node)];
        foreach (var (name, child) in nodes)
            if (Convert(item, null, child, $"{path}[{name}]", range) is { } value)
                list.Add(value);
        return list;
    }

    private IDictionary Map(Type of, WrittenNode node, string path)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), of))!;
        if (node.Value is { } text)
            Fail(text.Place, path, $"'{text.Text}' is not a mapping of names to values.");
        foreach (var (name, child) in node.Children)
            if (Convert(of, null, child, Join(path, name), null) is { } value)
                map[name] = value;
        return map;
    }

    private object? Scalar(Type type, WrittenNode node, string path, RangeAttribute? range)
    {
        if (type == typeof(string))
            TellCut(node, path);
        if (node.Value is not { } value)
        {
            if (node.Children.Count > 0)
                Fail(node.Place, path, $"One value belongs here, {ValueKinds.Describe(type)}.");
            return null;
        }

        if (!ValueKinds.TryParse(type, value.Text, out var parsed))
            return Fail(value.Place, path, ValueKinds.Refusal(type, value.Text));
        return range is null || IsInside(range, parsed)
            ? parsed
            : Fail(value.Place, path, ValueKinds.OutOfRange(value.Text, range.Minimum, range.Maximum));
    }

    private static bool IsInside(RangeAttribute range, object value)
    {
        range.ParseLimitsInInvariantCulture = true;
        range.ConvertValueInInvariantCulture = true;
        return range.IsValid(value);
    }

    private object? Fail(string place, string setting, string message)
    {
        _unread.Add(setting);
        problems.Add(new(place, setting, message));
        return null;
    }
}
