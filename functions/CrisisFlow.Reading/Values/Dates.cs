using System.Globalization;
using System.Text.RegularExpressions;

namespace CrisisFlow.Reading.Values;

/// <summary>
/// Dates as feeds write them: RFC 822 and 3339 and W3C with all their bad variants, Chinese, Japanese and Korean,
/// seconds or milliseconds since 1970. A date without a time zone is in the source's, else UTC, in Chinese words
/// China's time, in Japanese and Korean words theirs.
/// </summary>
public static partial class Dates
{
    private static readonly TimeZoneInfo China = Ahead(8);
    private static readonly TimeZoneInfo East = Ahead(9);

    /// <param name="language">Decides what "CST" means: China's time for "zh", else America's central time.</param>
    /// <returns>
    /// Null for what is no date, and for one before 1970-01-02 or after 2099, which no mention can have.
    /// </returns>
    public static DateTimeOffset? Read(string? text, string? language = null) => Read(text, new DateContext(language));

    /// <inheritdoc cref="Read(string?, string?)"/>
    public static DateTimeOffset? Read(string? text, DateContext context)
    {
        if (text is null || text.Length > 200)
            return null;
        var clean = Clean(text);
        if (clean.Length == 0)
            return null;
        var language = context.Language;
        var zone = TimeZoneInfo.Utc;
        var whole = clean;
        var cjk = clean.AsSpan().IndexOfAnyInRange('\u2E80', '\uD7FF') >= 0;
        if (cjk)
        {
            clean = DateWords.Replace(clean, out var east);
            zone = east ? East : China;
        }

        if (
            context.Now is { } now
            && RelativeDate.Read(whole, context.Zone ?? (cjk ? zone : context.Local ?? zone), now) is { } near
        )
            return near;
        zone = context.Zone ?? zone;

        var date = Known(clean, zone, language) ?? Known(MonthWords.Replace(Comments.Drop(clean)), zone, language);
        return date is { } value && value.Year is >= 1970 and <= 2099 && value.ToUnixTimeSeconds() >= 86_400
            ? value
            : null;
    }

    private static TimeZoneInfo Ahead(int hours) =>
        TimeZoneInfo.CreateCustomTimeZone($"UTC+{hours}", TimeSpan.FromHours(hours), null, null);

    private static DateTimeOffset? Known(string text, TimeZoneInfo zone, string? language) =>
        Epoch(text) ?? IsoDate.Read(text, zone, language) ?? MailDate.Read(text, zone, language);

    /// <summary>A count of seconds, milliseconds or microseconds since 1970, told apart by its size.</summary>
    public static DateTimeOffset? Epoch(double value)
    {
        var milliseconds = value switch
        {
            >= 1e8 and < 1e11 => value * 1e3,
            >= 1e11 and < 1e14 => value,
            >= 1e14 and < 1e17 => value / 1e3,
            _ => double.NaN,
        };
        return milliseconds is > 0 and < 4.1e12
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(milliseconds))
            : null;
    }

    private static DateTimeOffset? Epoch(string text)
    {
        if (text.Length is < 9 or > 20 || text is ['2' or '1', _, _, _, _, _, _, _, _, _, _, _, _, _] && Compact(text))
            return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? Epoch(value)
            : null;
    }

    /// <summary>Fourteen digits are yyyyMMddHHmmss.</summary>
    private static bool Compact(string text) => text.All(char.IsAsciiDigit);

    /// <summary>Half width, single blanks, no blanks around.</summary>
    private static string Clean(string text)
    {
        var half = string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    var c = source[i];
                    span[i] =
                        c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0)
                        : char.IsWhiteSpace(c) ? ' '
                        : c is '−' or '‐' or '–' ? '-'
                        : c;
                }
            }
        );
        return Blanks().Replace(half, " ").Trim();
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();
}
