using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CrisisFlow.Settings;

/// <summary>Every setting with its kind, range and default: what the documentation and the editors' schema are made from.</summary>
public static class SettingsReference
{
    /// <param name="Name">Dotted; items of lists as people[].name.</param>
    /// <param name="Kind">What a value looks like, with its unit.</param>
    /// <param name="Range">Empty when there is none.</param>
    /// <param name="Default">Empty when there is none.</param>
    public sealed record Entry(string Name, string Kind, string Range, string Default, string Description, Type Type, PropertyInfo Property);

    /// <param name="describe">Describes a property that carries no description of its own; gives an empty text when it cannot.</param>
    public static IReadOnlyList<Entry> All(Func<PropertyInfo, string> describe)
    {
        var entries = new List<Entry>();
        Walk(typeof(CrisisFlowSettings), new CrisisFlowSettings(), "", describe, entries);
        return entries;
    }

    private static void Walk(Type type, object? defaults, string path, Func<PropertyInfo, string> describe, List<Entry> entries)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var name = SettingsBinder.Join(path, SettingsBinder.NameOf(property));
            var of = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var value = defaults is null ? null : property.GetValue(defaults);
            if (SettingKinds.IsScalar(of))
                entries.Add(new(name, SettingKinds.Describe(of), Range(property), SettingKinds.Format(value), Describe(property, describe), of, property));
            else if (of.IsGenericType && of.GetGenericArguments() is [var item])
                if (SettingKinds.IsScalar(item)) entries.Add(new(name, "list of " + SettingKinds.Describe(item), Range(property), "", Describe(property, describe), of, property));
                else Walk(item, Activator.CreateInstance(item), name + "[]", describe, entries);
            else if (of.IsGenericType)
                entries.Add(new(name, "names and values", "", "", Describe(property, describe), of, property));
            else
                Walk(of, value ?? Activator.CreateInstance(of), name, describe, entries);
        }
    }

    private static string Describe(PropertyInfo property, Func<PropertyInfo, string> describe) =>
        property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? describe(property);

    private static string Range(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>() is { } range
        ? $"{SettingKinds.Format(range.Minimum)} to {SettingKinds.Format(range.Maximum)}"
        : "";
}
