using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using CrisisFlow.Settings;

namespace CrisisFlow.InfraTools.Parameters;

/// <summary>A threshold or deadline of the program: a number or a time that stands alone in the settings, not in a list.</summary>
/// <param name="Section">As in the classes: Warnings.</param>
/// <param name="Name">As in the classes: EnterOrange.</param>
/// <param name="Default">As a settings file writes it.</param>
internal sealed record ProductSetting(string Section, string Name, Type Type, string Default, RangeAttribute? Range, string Description)
{
    /// <summary>Sections that do nothing on Azure, and why.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["Mail.Smtp"] = "mail goes out by SendGrid",
        ["Stages.Poll"] = "the parameter pollSchedule takes its place",
        ["Stages.Evaluate"] = "the parameter evaluateSchedule takes its place",
        ["Stages.Sweep"] = "the parameter sweepSchedule takes its place",
    };

    public string AppSetting => $"CrisisFlow__{Section}__{Name}";

    /// <summary>Bicep has no fractions, so only what is whole in the code is a number there.</summary>
    public bool IsWhole => Type == typeof(int) || Type == typeof(long);

    public static IReadOnlyList<ProductSetting> All(string repository)
    {
        var descriptions = SettingsPage.Descriptions(repository);
        return [.. Of(new CrisisFlowSettings(), "", descriptions)];
    }

    private static IEnumerable<ProductSetting> Of(object section, string path, IReadOnlyDictionary<string, string> descriptions)
    {
        foreach (var property in section.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (Elsewhere.ContainsKey(at) || property.GetValue(section) is not { } value) continue;
            if (Text(value) is { } text)
                yield return at.Split('.') is [var of, var name]
                    ? new(of, name, property.PropertyType, text, property.GetCustomAttribute<RangeAttribute>(), Describe(property, at, descriptions))
                    : throw new InvalidOperationException($"The setting {at} is not a section and a name; infra/settings has no form for it.");
            else if (value.GetType().Namespace?.StartsWith("CrisisFlow.", StringComparison.Ordinal) == true && !value.GetType().IsEnum)
                foreach (var inner in Of(value, at, descriptions)) yield return inner;
        }
    }

    private static string? Text(object value) => value switch
    {
        int or long or double => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        TimeSpan span => Durations.Format(span),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Describe(PropertyInfo property, string path, IReadOnlyDictionary<string, string> descriptions)
    {
        var names = string.Join('.', path.Split('.').Select(part => char.ToLowerInvariant(part[0]) + part[1..]));
        var text = descriptions.GetValueOrDefault(names) ?? throw new InvalidOperationException($"docs/settings.md does not describe {names}.");
        // Where the code's own comment is the description, it names range and unit itself.
        var range = property.GetCustomAttribute<DescriptionAttribute>() is null ? null : property.GetCustomAttribute<RangeAttribute>();
        return range is null ? text : $"{text} {Limit(range.Minimum)} to {Limit(range.Maximum)}.";
    }

    private static string Limit(object limit) => limit switch
    {
        double.MaxValue or int.MaxValue => "any",
        string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) => Durations.Format(span),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => limit.ToString()!,
    };
}
