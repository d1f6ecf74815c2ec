using System.Globalization;
using System.Text.RegularExpressions;
using CrisisFlow.Core.Folding;

namespace CrisisFlow.Reading.Values;

/// <summary>
/// Dates as pages write them for readers: "5分钟前", "昨天 10:20", "刚刚", "03-05 10:20", "2 hours ago", "Mar 5, 10:20". They
/// count from when the document came; a day without a year is the latest one that is not to come.
/// </summary>
internal static partial class RelativeDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const string Weekdays = "sunmontuewedthufrisat";
    private const string ChineseWeekdays = "日一二三四五六";
    private const string ChineseNumbers = "〇一二三四五六七八九十";

    private const string Time =
        @"(?:(?<half>上午|下午|凌晨|清晨|早上|晚上|中午|傍晚|午前|午后|오전|오후) ?)?(?<hour>\d{1,2})[:点时시] ?(?<minute>\d{1,2})?[分분]?"
        + @"(?::(?<second>\d{2})(?:\.\d+)?)?(?: ?(?<half>[ap]\.?m\.?))?";

    private const string Month = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[.]?";

    /// <param name="text">Half width, single blanks.</param>
    /// <param name="zone">Whose days and hours are meant.</param>
    /// <returns>Null for what is no such date.</returns>
    public static DateTimeOffset? Read(string text, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (text.Length > 40)
            return null;
        text = Around().Replace(TextFolding.FoldForMatching(text), "");
        if (Just().IsMatch(text))
            return now;
        if (Ago().Match(text) is { Success: true } ago)
            return Before(now, ago);
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        if (NamedDay().Match(text) is { Success: true } named)
            return At(local.Date.AddDays(-DaysBack(named, local.DayOfWeek)), named, zone);
        if (OnlyTime().Match(text) is { Success: true } time)
            return At(local.Date, time, zone) is not { } today ? null
                : today <= now.AddMinutes(5) ? today
                : At(local.Date.AddDays(-1), time, zone);
        var day = NumberedDay().Match(text);
        if (!day.Success)
            day = DayFirst().Match(text);
        if (!day.Success)
            day = MonthFirst().Match(text);
        return day.Success ? WithoutYear(day, local.Year, zone, now) : null;
    }

    private static DateTimeOffset? WithoutYear(Match match, int year, TimeZoneInfo zone, DateTimeOffset now)
    {
        var word = match.Groups["month"].Value;
        var month = char.IsAsciiDigit(word[0])
            ? Number(word)
            : (Months.IndexOf(word, StringComparison.Ordinal) / 3) + 1;
        var day = Number(match.Groups["day"].Value);
        // February 29 may lie years back; every other day does not.
        for (var back = -1; back < 8; back++)
        {
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year - back, month))
                continue;
            if (At(new DateTime(year - back, month, day), match, zone) is not { } at)
                return null;
            if (at <= now.AddDays(1))
                return at;
        }

        return null;
    }

    private static DateTimeOffset? Before(DateTimeOffset now, Match ago)
    {
        var count = ago.Groups["count"].Value.Trim() switch
        {
            "" => 1,
            "半" or "half an" or "half a" or "an half" => 0.5,
            "a" or "an" or "one" => 1,
            "两" or "两个" or "two" or "a couple of" => 2,
            "几" or "数" or "a few" or "several" => 3,
            [var one] when ChineseNumbers.IndexOf(one, StringComparison.Ordinal) is > 0 and var number => number,
            ['十', var ones] => 10 + ChineseNumbers.IndexOf(ones, StringComparison.Ordinal),
            [var tens, '十'] => 10 * ChineseNumbers.IndexOf(tens, StringComparison.Ordinal),
            [var tens, '十', var ones] => (10 * ChineseNumbers.IndexOf(tens, StringComparison.Ordinal))
                + ChineseNumbers.IndexOf(ones, StringComparison.Ordinal),
            var digits => double.TryParse(
                digits,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var n
            )
                ? n
                : double.NaN,
        };
        if (double.IsNaN(count))
            return null;
        var days = ago.Groups["days"].Value switch
        {
            "" => 0,
            ['周' or '星' or '礼' or 'w' or '주', ..] => 7,
            ['月' or '개', ..] => 30,
            ['m', ..] => 30,
            ['年' or 'y' or '년', ..] => 365,
            _ => 1,
        };
        var seconds = ago.Groups["short"].Value switch
        {
            "" => days * 86_400,
            ['秒' or 's' or '초', ..] => 1,
            ['分' or 'm' or '분', ..] => 60,
            _ => 3_600,
        };
        return count * seconds < 100 * 366 * 86_400.0 ? now - TimeSpan.FromSeconds(count * seconds) : null;
    }

    private static int DaysBack(Match match, DayOfWeek today)
    {
        var word = match.Groups["name"].Value;
        if (match.Groups["weekday"].Value is { Length: > 0 } weekday)
        {
            var day =
                weekday.Length >= 3
                    ? Weekdays.IndexOf(weekday[..3], StringComparison.Ordinal) / 3
                    : ChineseWeekdays.IndexOf(weekday == "天" ? "日" : weekday, StringComparison.Ordinal);
            return ((int)today - day + 7) % 7;
        }

        return word switch
        {
            "昨天" or "昨日" or "昨" or "昨晚" or "yesterday" or "어제" => 1,
            "前天" or "前日" or "一昨日" or "그제" => 2,
            "大前天" => 3,
            _ => 0,
        };
    }

    private static DateTimeOffset? At(DateTime day, Match match, TimeZoneInfo zone)
    {
        var hour = match.Groups["hour"].Success ? Number(match.Groups["hour"].Value) : 0;
        var half = match.Groups["half"].Value;
        if (half is ['p', ..] or "下午" or "晚上" or "傍晚" or "午后" or "오후" && hour is >= 1 and < 12)
            hour += 12;
        else if (half == "晚上" && hour == 12)
            (day, hour) = (day.AddDays(1), 0);
        else if (half.Length == 0 && match.Groups["name"].Value == "昨晚" && hour is >= 5 and < 12)
            hour += 12;
        else if (half == "中午" && hour is >= 1 and <= 3)
            hour += 12;
        else if (half is ['a', ..] or "上午" or "凌晨" or "오전" or "午前" && hour == 12)
            hour = 0;
        var minute = match.Groups["minute"].Success ? Number(match.Groups["minute"].Value) : 0;
        var second = match.Groups["second"].Success ? Number(match.Groups["second"].Value) : 0;
        if (hour > 24 || (hour == 24 && minute + second > 0) || minute > 59 || second > 60)
            return null;
        var local = day.AddHours(hour).AddMinutes(minute).AddSeconds(second);
        return new DateTimeOffset(local, TimeSpan.Zero).Subtract(zone.GetUtcOffset(local));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>"发布于" before it, the device or place after it.</summary>
    [GeneratedRegex(@"^(?:(?:发布|编辑|更新|发表|修改)于|posted|published|updated|edited)[: ]{0,2}| 来自.*$")]
    private static partial Regex Around();

    [GeneratedRegex(
        @"^(?:刚刚|刚才|刚|方才|片刻前|几秒前|数秒前|(?:just )?now|(?:just )?(?:a )?moments? ago|(?:a few )?seconds? ago|たった今|방금)"
            + @"(?: ?(?:发布|更新|发表))?$"
    )]
    private static partial Regex Just();

    [GeneratedRegex(
        @"^(?:about|~|约|大约)? ?(?<count>\d{1,4}(?:\.\d)?|half an?|an?|one|two|"
            + @"a couple of|a few|several|半|几|数|两|[一二三四五六七八九]?十?[一二三四五六七八九十])"
            + @" ?(?:(?<short>秒钟?|分钟?|个?半?小时|个?钟头|时间|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|초|분|시간)"
            + @"|个?(?<days>天|日|周|星期|礼拜|月|年|days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y|일|주|개월|년))"
            + @" ?(?:以前|之前|前|ago|전)(?: ?(?:发布|更新|发表))?$"
            + @"|^(?<count>\d{1,3}) ?(?:(?<short>s|min|m|h|hr)|(?<days>d|w))$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Ago();

    [GeneratedRegex(
        @"^(?:(?<name>今天|今日|今|昨天|昨日|昨晚|昨|前天|前日|大前天|一昨日|today|yesterday|오늘|어제|그제)"
            + @"|(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])|(?<weekday>(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}))"
            + @"[,的]?(?: at)? ?(?:"
            + Time
            + ")?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex NamedDay();

    [GeneratedRegex("^" + Time + "$", RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyTime();

    [GeneratedRegex(
        @"^(?:(?<month>\d{1,2}) ?[月월] ?(?<day>\d{1,2}) ?[日号일]?|(?<month>\d{1,2})[-/](?<day>\d{1,2})|"
            + @"(?<month>\d{2})\.(?<day>\d{2}))(?:[ ,]{1,2}(?:"
            + Time
            + "))?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex NumberedDay();

    [GeneratedRegex(
        @"^(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}[,.]? )?(?<day>\d{1,2})(?:st|nd|rd|th)? "
            + Month
            + @",?(?: at|,)? ?(?:"
            + Time
            + ")?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        @"^(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}[,.]? )?"
            + Month
            + @" (?<day>\d{1,2})(?:st|nd|rd|th)?,?(?: at)?(?: "
            + Time
            + ")?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex MonthFirst();
}
