using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CrisisFlow.Settings;

/// <summary>Gives names and values their types, telling every failure with its place.</summary>
internal static class SettingsBinder
{
    public static void Bind(object target, SettingNode node, string path, List<SettingsProblem> problems)
    {
        var properties = Properties(target.GetType());
        foreach (var (name, child) in node.Children)
        {
            var dotted = Join(path, name);
            if (!properties.TryGetValue(name, out var property))
                problems.Add(new(child.Value?.Place ?? child.Place, dotted, $"There is no such setting.{Suggest(name, properties.Keys)}"));
            else if (Convert(property.PropertyType, property.GetValue(target), child, Join(path, NameOf(property)), property, problems) is { } value)
                property.SetValue(target, value);
        }

        if (node.Value is { } text)
            problems.Add(new(text.Place, path, $"'{text.Text}' stands where settings belong: {string.Join(", ", properties.Values.Select(NameOf))}."));
    }

    /// <summary>Settable public properties by name, ignoring case.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)
            .ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A property's name as settings write it: enterOrange.</summary>
    public static string NameOf(MemberInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    public static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    private static object? Convert(Type type, object? current, SettingNode node, string path, PropertyInfo? property, List<SettingsProblem> problems)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (SettingKinds.IsScalar(type)) return Scalar(type, node, path, property, problems);
        if (ListItem(type) is { } item)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            // One scalar is a list of one: "roles: legal".
            IEnumerable<KeyValuePair<string, SettingNode>> nodes = node.Value is null ? node.Children : [new("0", node)];
            foreach (var (name, child) in nodes)
                if (Convert(item, null, child, $"{path}[{name}]", property, problems) is { } value) list.Add(value);
            return list;
        }

        if (type.IsGenericType && type.GetGenericArguments() is [var key, var of] && key == typeof(string))
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, of))!;
            foreach (var (name, child) in node.Children)
                if (Convert(of, null, child, Join(path, name), property, problems) is { } value) map[name] = value;
            return map;
        }

        var made = current ?? Activator.CreateInstance(type)!;
        Bind(made, node, path, problems);
        return made;
    }

    private static object? Scalar(Type type, SettingNode node, string path, PropertyInfo? property, List<SettingsProblem> problems)
    {
        if (node.Value is not { } value)
        {
            if (node.Children.Count > 0) problems.Add(new(node.Place, path, $"One value belongs here, {SettingKinds.Describe(type)}."));
            return null;
        }

        if (!SettingKinds.TryParse(type, value.Text, out var parsed))
        {
            problems.Add(new(value.Place, path, $"'{value.Text}' is not {SettingKinds.Describe(type)}."));
            return null;
        }

        if (property?.GetCustomAttribute<RangeAttribute>() is { } range && !InRange(range, parsed))
        {
            problems.Add(new(value.Place, path, $"'{value.Text}' is outside {SettingKinds.Format(range.Minimum)} to {SettingKinds.Format(range.Maximum)}."));
            return null;
        }

        return parsed;
    }

    private static bool InRange(RangeAttribute range, object value)
    {
        range.ParseLimitsInInvariantCulture = true;
        range.ConvertValueInInvariantCulture = true;
        return range.IsValid(value);
    }

    private static Type? ListItem(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var item] && type.IsAssignableFrom(typeof(List<>).MakeGenericType(item)) ? item : null;

    private static string Suggest(string name, IEnumerable<string> known)
    {
        var nearest = known.Select(k => (k, d: Distance(name.ToLowerInvariant(), k.ToLowerInvariant()))).OrderBy(p => p.d).FirstOrDefault();
        return nearest.k is not null && nearest.d <= Math.Max(2, name.Length / 3)
            ? $" Did you mean {char.ToLowerInvariant(nearest.k[0]) + nearest.k[1..]}?"
            : "";
    }

    // Levenshtein distance.
    private static int Distance(string a, string b)
    {
        if (a.Length > 60) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
