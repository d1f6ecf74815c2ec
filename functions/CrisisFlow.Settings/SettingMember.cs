using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using CrisisFlow.Warnings;

namespace CrisisFlow.Settings;

/// <summary>One setting, or a nested section, with the description from its declaration.</summary>
/// <param name="Name">As settings write it: enterOrange.</param>
internal sealed record SettingMember(string Name, Type Type, Func<object?> Get, Action<object?> Set)
{
    public string Description { get; init; } = "";

    public RangeAttribute? Range { get; init; }

    /// <summary>The only host that reads it; null = every one.</summary>
    public HostKind? OnlyOn { get; init; }

    /// <summary>Members of a section object: its properties, or what its parts and lists declare.</summary>
    public static IReadOnlyList<SettingMember> Of(object section) =>
        section switch
        {
            SettingsParts parts => [.. parts.All.SelectMany(Of)],
            WarningSettings warnings => [.. WarningSetting.All.Select(setting => Of(warnings, setting))],
            _ =>
            [
                .. section
                    .GetType()
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.CanWrite)
                    .Select(p => Of(section, p)),
            ],
        };

    private static SettingMember Of(object section, PropertyInfo property) =>
        new(
            ValueKinds.Camel(property.Name),
            Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType,
            () => property.GetValue(section),
            value => property.SetValue(section, value)
        )
        {
            Description = property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "",
            Range = property.GetCustomAttribute<RangeAttribute>(),
            OnlyOn = property.GetCustomAttribute<OnlyOnAttribute>()?.Host,
        };

    private static SettingMember Of(WarningSettings warnings, WarningSetting setting) =>
        new(setting.Key, typeof(double), () => setting.Get(warnings), value => setting.Set(warnings, (double)value!))
        {
            Description = setting.Description,
            Range = new RangeAttribute(setting.Least, setting.Most),
        };
}
