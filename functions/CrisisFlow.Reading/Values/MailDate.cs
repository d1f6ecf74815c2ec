using System.Globalization;
using System.Text.RegularExpressions;

namespace CrisisFlow.Reading.Values;

/// <summary>Dates with the month as a word (RFC 822 and 850, asctime, American) or with the year last.</summary>
internal static partial class MailDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const string Month = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[.,]?";
    private const string Weekday = @"^(?:\p{L}{2,12}\.? ?,? ?,?)??";
    private const string End = "(?:" + DateParts.Zone + ")?$";

    public static DateTimeOffset? Read(string text, TimeZoneInfo zone, string? language)
    {
        foreach (var pattern in new[] { DayFirst(), MonthFirst(), TimeInside(), Numbers(), MonthOnly() })
        {
            var match = pattern.Match(text);
            if (match.Success)
                return Make(match, zone, language);
        }

        return null;
    }

    private static DateTimeOffset? Make(Match match, TimeZoneInfo zone, string? language)
    {
        var word = match.Groups["month"].Value.ToLowerInvariant();
        var month = char.IsAsciiDigit(word[0])
            ? int.Parse(word, CultureInfo.InvariantCulture)
            : (Months.IndexOf(word, StringComparison.Ordinal) / 3) + 1;
        var day = match.Groups["day"].Success
            ? int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture)
            : 1;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        // RFC 2822: two digits below 50 are this century, three digits count from 1900.
        if (match.Groups["year"].Length == 2)
            year += year < 50 ? 2000 : 1900;
        else if (match.Groups["year"].Length == 3)
            year += 1900;
        // Slashes are American, points and blanks are not; a number above 12 is the day either way.
        var dayFirst = match.Groups["slash"].Value is "." or " ";
        if (match.Groups["slash"].Success && (dayFirst ? day <= 12 : month > 12 && day <= 12))
            (month, day) = (day, month);
        if (month is < 1 or > 12 || year is < 1 or > 9999 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        return DateParts.At(new DateTime(year, month, day), match, zone, language);
    }

    [GeneratedRegex(
        Weekday
            + @"(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[ -]?"
            + Month
            + @"[ ,-]?'?(?<year>\d{2,4}),?(?:(?: at| -)? ?"
            + DateParts.Time
            + ")?"
            + End,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        Weekday
            + Month
            + @" ?(?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4}),?(?:(?: at| -)? ?"
            + DateParts.Time
            + ")?"
            + End,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex MonthFirst();

    [GeneratedRegex(
        Weekday
            + Month
            + @" ?(?<day>\d{1,2}),? "
            + DateParts.Time
            + @"(?: (?<zone>[A-Za-z]{1,5}))?(?: ?(?<sign>[+-])(?<zoneHour>\d{2}):?(?<zoneMinute>\d{2}))?"
            + @" (?<year>\d{4})$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex TimeInside();

    [GeneratedRegex(
        @"^(?:\p{L}{2,12}\.?,? )?(?<month>\d{1,2})(?<slash>[/. -])(?<day>\d{1,2})[/. -]"
            + @"(?<year>\d{4}|(?<=[/.])\d{2}),?(?:(?: -)? "
            + DateParts.Time
            + ")?"
            + End,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Numbers();

    [GeneratedRegex("^" + Month + @" ?(?<year>\d{4})$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex MonthOnly();
}
