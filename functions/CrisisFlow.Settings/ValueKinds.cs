using System.Globalization;

namespace CrisisFlow.Settings;

/// <summary>
/// The types a single value can have, in settings and in playbooks alike: how each is read, described and written.
/// </summary>
internal static class ValueKinds
{
    public static bool IsScalar(Type type) =>
        type.IsEnum
        || type == typeof(string)
        || type == typeof(bool)
        || type == typeof(int)
        || type == typeof(long)
        || type == typeof(double)
        || type == typeof(TimeSpan)
        || type == typeof(TimeOnly)
        || type == typeof(DateOnly)
        || type == typeof(Uri);

    public static string Describe(Type type) =>
        type switch
        {
            { IsEnum: true } => "one of " + string.Join(", ", Words(type)),
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(int) || type == typeof(long) => "a whole number",
            _ when type == typeof(double) => "a number",
            _ when type == typeof(TimeSpan) => "a length of time like 90s, 15m, 2h or 1d",
            _ when type == typeof(TimeOnly) => "a time of day like 22:30",
            _ when type == typeof(DateOnly) => "a date like 2026-03-01",
            _ when type == typeof(Uri) => "an http or https address",
            _ => "text",
        };

    /// <summary>Words of a closed set as files write them.</summary>
    public static IEnumerable<string> Words(Type type) => Enum.GetNames(type).Select(Camel);

    /// <summary>
    /// Names and words are matched whatever their case; a word may be written with hyphens too (hot-list).
    /// </summary>
    public static bool TryParse(Type type, string text, out object value)
    {
        var culture = CultureInfo.InvariantCulture;
        object? parsed = type switch
        {
            { IsEnum: true } => Word(type, text.Replace("-", "", StringComparison.Ordinal)),
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => bool.TryParse(text, out var b) ? b : null,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var i)
                ? i
                : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var l)
                ? l
                : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, culture, out var d)
            && double.IsFinite(d)
                ? d
                : null,
            _ when type == typeof(TimeSpan) => Durations.TryParse(text, out var t) ? t : null,
            _ when type == typeof(TimeOnly) => TimeOnly.TryParse(text, culture, out var o) ? o : null,
            _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var o) ? o : null,
            _ => Uri.TryCreate(text, UriKind.Absolute, out var u) && u.Scheme is "http" or "https" ? u : null,
        };
        value = parsed!;
        return parsed is not null;
    }

    /// <summary>Why a text is none of this type, and what was probably meant.</summary>
    public static string Refusal(Type type, string text)
    {
        var meant = type == typeof(bool) ? Meant(text) : null;
        return $"'{text}' is not {Describe(type)}{(meant is null ? "" : $"; write {meant}")}.";
    }

    public static string OutOfRange(string text, object? least, object? most) =>
        $"'{text}' is outside {Format(least)} to {Format(most)}.";

    /// <summary>A default or a limit as files write it.</summary>
    public static string Format(object? value) =>
        value switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            TimeSpan span => Durations.Format(span),
            string text => Durations.TryParse(text, out var span) && text.Contains(':', StringComparison.Ordinal)
                ? Durations.Format(span)
                : text,
            Enum word => Camel(word.ToString()),
            double.MaxValue or int.MaxValue or long.MaxValue => "any",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    /// <summary>A name of the code as files write it: enterOrange.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static object? Word(Type type, string text) =>
        Enum.GetNames(type).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse(type, name)
            : null;

    /// <summary>YAML 1.1 took these for true and false.</summary>
    private static string? Meant(string text) =>
        text.ToLowerInvariant() switch
        {
            "yes" or "y" or "on" or "1" => "true",
            "no" or "n" or "off" or "0" => "false",
            _ => null,
        };
}
