using System.Globalization;

namespace CrisisFlow.Settings;

/// <summary>The types a single setting can have.</summary>
internal static class SettingKinds
{
    public static bool IsScalar(Type type) =>
        type.IsEnum || type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(long) || type == typeof(double)
        || type == typeof(TimeSpan) || type == typeof(TimeOnly) || type == typeof(DateOnly) || type == typeof(Uri);

    public static string Describe(Type type) => type switch
    {
        { IsEnum: true } => "one of " + string.Join(", ", Enum.GetNames(type).Select(n => char.ToLowerInvariant(n[0]) + n[1..])),
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(TimeSpan) => "a length of time like 90s, 15m, 2h or 1d",
        _ when type == typeof(TimeOnly) => "a time of day like 22:30",
        _ when type == typeof(DateOnly) => "a date like 2026-03-01",
        _ when type == typeof(Uri) => "an http or https address",
        _ => "text",
    };

    public static bool TryParse(Type type, string text, out object value)
    {
        var culture = CultureInfo.InvariantCulture;
        object? parsed = type switch
        {
            { IsEnum: true } => Enum.TryParse(type, text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var e) && Enum.IsDefined(type, e) && !char.IsAsciiDigit(text.FirstOrDefault()) ? e : null,
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => bool.TryParse(text, out var b) ? b : null,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var i) ? i : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var l) ? l : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, culture, out var d) && double.IsFinite(d) ? d : null,
            _ when type == typeof(TimeSpan) => Durations.TryParse(text, out var t) ? t : null,
            _ when type == typeof(TimeOnly) => TimeOnly.TryParse(text, culture, out var o) ? o : null,
            _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var o) ? o : null,
            _ => Uri.TryCreate(text, UriKind.Absolute, out var u) && u.Scheme is "http" or "https" ? u : null,
        };
        value = parsed!;
        return parsed is not null;
    }

    /// <summary>A default or a limit as settings write it.</summary>
    public static string Format(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        TimeSpan span => Durations.Format(span),
        string text => Durations.TryParse(text, out var span) && text.Contains(':', StringComparison.Ordinal) ? Durations.Format(span) : text,
        Enum e => char.ToLowerInvariant(e.ToString()[0]) + e.ToString()[1..],
        double.MaxValue or int.MaxValue or long.MaxValue => "any",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
