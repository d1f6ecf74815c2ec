using System.Text.RegularExpressions;

namespace CrisisFlow.Reading.Values;

/// <summary>Chinese, Japanese and Korean dates, rewritten as "yyyy-M-d H:m:s".</summary>
internal static partial class DateWords
{
    /// <param name="east">
    /// True for Korea's and Japan's time, an hour ahead of China's. Japanese is told by its names of weekdays and
    /// halves of the day.
    /// </param>
    public static string Replace(string text, out bool east)
    {
        east = text.AsSpan().IndexOfAnyInRange('\uAC00', '\uD7A3') >= 0;
        var match = Pattern().Match(text);
        if (!match.Success)
            return text;
        east |= match.Groups["japanese"].Success || match.Groups["half"].Value is "午前" or "午後";
        var afternoon = match.Groups["half"].Value is "下午" or "晚上" or "中午" or "오후" or "午後";
        var morning = match.Groups["half"].Value is "上午" or "凌晨" or "早上" or "오전" or "午前";
        var hour = match.Groups["hour"].Success ? int.Parse(match.Groups["hour"].Value) : -1;
        if (afternoon && hour is >= 1 and < 12 && !(match.Groups["half"].Value == "中午" && hour > 3))
            hour += 12;
        if (morning && hour == 12)
            hour = 0;
        var date = $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}";
        if (hour < 0)
            return date;
        var minute = match.Groups["minute"].Success ? match.Groups["minute"].Value : "0";
        var second = match.Groups["second"].Success ? match.Groups["second"].Value : "0";
        return $"{date} {hour}:{minute}:{second}{match.Groups["zone"].Value}";
    }

    [GeneratedRegex(
        @"^(?<year>\d{4}) ?[年년/.-] ?(?<month>\d{1,2}) ?[月월/.-] ?(?<day>\d{1,2}) ?[日号일]?,? ?"
            + @"(?:\(?(?:星期|周|週)[一二三四五六日天]\)?|\([一二三四五六日天]\)|"
            + @"(?<japanese>\([月火水木金土]\)|\(?[月火水木金土日]曜日\)?)|\(?[월화수목금토일]요일\)?)? ?"
            + @"(?:(?<half>上午|下午|凌晨|早上|晚上|中午|오전|오후|午前|午後)? ?(?<hour>\d{1,2}) ?[时時点點시:] ?"
            + @"(?:(?<minute>\d{1,2}) ?[分분:]? ?(?:(?<second>\d{1,2}) ?[秒초]?)?)?)?"
            + @"(?<zone> ?(?:[+-]\d\d:?\d\d|Z|GMT|UTC)?)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
