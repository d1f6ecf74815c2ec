using System.Globalization;
using System.Text.RegularExpressions;

namespace CrisisFlow.Reading.Values;

/// <summary>Time of day and zone, which all dates end with.</summary>
internal static class DateParts
{
    public const string Time =
        @"(?<hour>\d{1,2})(?:[:.h](?<minute>\d{1,2})(?:[:.](?<second>\d{1,2})(?:[.,:](?<fraction>\d{1,9}))?)?|"
        + @"(?<minute>\d{2})(?<second>\d{2})?)(?: ?(?<half>[ap]\.?m\.?)(?![a-z]))?";

    public const string Zone =
        @" ?\[?(?<zone>[A-Za-z/_]{1,32})?\]? ?(?:(?<sign>[+-]) ?(?<zoneHour>\d{1,2})(?::?(?<zoneMinute>\d{2}))?"
        + @"(?: [A-Z]{2,5})?)?(?:[:]00)?Z?(?: ?[(\[].{0,60}[)\]])?";

    /// <summary>
    /// Null when an hour, minute or zone is impossible. Second 60 and hour 24 are taken as the next minute and day.
    /// </summary>
    public static DateTimeOffset? At(DateTime day, Match match, TimeZoneInfo zone, string? language)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = (hour % 12) + (match.Groups["half"].Value[0] is 'p' or 'P' ? 12 : 0);
        }

        if (hour > 24 || (hour == 24 && minute + second > 0) || minute > 59 || second > 60)
            return null;
        var fraction = match.Groups["fraction"].Success
            ? double.Parse("0." + match.Groups["fraction"].Value, CultureInfo.InvariantCulture)
            : 0;
        try
        {
            var local = day.AddHours(hour)
                .AddMinutes(minute)
                .AddSeconds(second)
                .AddTicks((long)Math.Round(fraction * TimeSpan.TicksPerSecond));
            return Offset(local, match, zone, language) is { } offset
                ? new DateTimeOffset(local, TimeSpan.Zero).Subtract(offset)
                : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static TimeSpan? Offset(DateTime local, Match match, TimeZoneInfo zone, string? language)
    {
        var name = match.Groups["zone"].Value;
        var given =
            name.Length == 0
                ? zone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified))
                : Zones.Of(name, local, language);
        if (!match.Groups["sign"].Success)
            return given;
        var (hours, minutes) = (Number(match, "zoneHour"), Number(match, "zoneMinute"));
        if (hours > 18 || minutes > 59)
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
}
