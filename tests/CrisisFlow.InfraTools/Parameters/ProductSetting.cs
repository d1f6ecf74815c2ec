using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using CrisisFlow.Runtime.Settings;

namespace CrisisFlow.InfraTools.Parameters;

/// <summary>A threshold or deadline of the program: a number or a time that stands alone in the settings, not in a list.</summary>
/// <param name="Path">As in the classes: Warnings.EnterOrange.</param>
/// <param name="Default">As main.bicep writes it.</param>
internal sealed record ProductSetting(string Path, Type Type, string Default, RangeAttribute? Range, string Description)
{
    /// <summary>Sections that do nothing on Azure, and why.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["Mail.Smtp"] = "mail goes out by SendGrid",
        ["Stages.Poll"] = "the parameter pollSchedule takes its place",
        ["Stages.Evaluate"] = "the parameter evaluateSchedule takes its place",
        ["Stages.Sweep"] = "the parameter sweepSchedule takes its place",
    };

    public string Parameter => char.ToLowerInvariant(Path[0]) + Path[1..].Replace(".", "", StringComparison.Ordinal);

    public string AppSetting => "CrisisFlow__" + Path.Replace(".", "__", StringComparison.Ordinal);

    public bool IsWhole => Type == typeof(int) || Type == typeof(long);

    /// <summary>What main.bicep has to hold for this setting.</summary>
    public string Declaration()
    {
        var lines = new List<string> { $"@description('{Description.Replace("'", "\\'", StringComparison.Ordinal)}')" };
        if (IsWhole && Range is not null) lines.AddRange([$"@minValue({Range.Minimum})", $"@maxValue({Range.Maximum})"]);
        lines.Add(IsWhole ? $"param {Parameter} int = {Default}" : $"param {Parameter} string = '{Default}'");
        return string.Join('\n', lines);
    }

    public string Assignment() => $"  {AppSetting}: {(IsWhole ? $"string({Parameter})" : Parameter)}";

    public static IReadOnlyList<ProductSetting> All() => [.. Of(new CrisisFlowSettings(), "")];

    private static IEnumerable<ProductSetting> Of(object section, string path)
    {
        foreach (var property in section.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (Elsewhere.ContainsKey(at) || property.GetValue(section) is not { } value) continue;
            if (Text(value) is { } text) yield return new(at, property.PropertyType, text, property.GetCustomAttribute<RangeAttribute>(), Describe(property, at));
            else if (value.GetType().Namespace?.StartsWith("CrisisFlow.", StringComparison.Ordinal) == true && !value.GetType().IsEnum)
                foreach (var inner in Of(value, at)) yield return inner;
        }
    }

    private static string? Text(object value) => value switch
    {
        int or long or double => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        TimeSpan span => Durations.Format(span),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Describe(PropertyInfo property, string path)
    {
        var text = property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? $"Setting {path}.";
        var range = property.GetCustomAttribute<RangeAttribute>();
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
