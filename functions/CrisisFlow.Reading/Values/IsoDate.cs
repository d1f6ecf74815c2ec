using System.Globalization;
using System.Text.RegularExpressions;

namespace CrisisFlow.Reading.Values;

/// <summary>
/// Dates that begin with the year: ISO 8601 in all its forms, with slashes and dots, and what programs make of it.
/// </summary>
internal static partial class IsoDate
{
    public static DateTimeOffset? Read(string text, TimeZoneInfo zone, string? language)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            return null;
        var year = Number(match, "year");
        if (year is < 1900 or > 2200)
            return null;
        DateTime day;
        if (match.Groups["ordinal"].Success && Number(match, "ordinal") is < 1 or > 366)
            return null;
        if (match.Groups["ordinal"].Success)
            day = new DateTime(year, 1, 1).AddDays(Number(match, "ordinal") - 1);
        else if (match.Groups["week"].Success)
        {
            var week = Number(match, "week");
            var weekday = Math.Max(1, Number(match, "weekday"));
            if (week is < 1 or > 53 || weekday > 7 || week > ISOWeek.GetWeeksInYear(year))
                return null;
            day = ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7));
        }
        else
        {
            var (month, date) = (Math.Max(1, Number(match, "month")), Math.Max(1, Number(match, "day")));
            if (month > 12 || date > DateTime.DaysInMonth(year, month))
                return null;
            day = new DateTime(year, month, date);
        }

        return DateParts.At(day, match, zone, language);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?:\p{L}{2,12}\.?,? (?=\d{4}[-/.]))?(?<year>\d{4})"
            + @"(?:(?<sep>[-/.])(?:0(?<month>\d{2})[-/.](?<day>\d{1,2})|"
            + @"(?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?|(?<ordinal>\d{3})|"
            + @"W(?<week>\d{2})(?:-?(?<weekday>\d))?)|"
            + @"(?<month>\d{2})(?<day>\d{2})|(?<month>\d{2})|(?<ordinal>\d{3})|W(?<week>\d{2})(?<weekday>\d)?)?"
            + @"(?:(?:T|t| T|,? )? ?"
            + DateParts.Time
            + ")?(?:"
            + DateParts.Zone
            + ")?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Pattern();
}
