namespace CrisisFlow.Warnings;

/// <summary>How much a topic's own past talked in the hours of two windows.</summary>
/// <param name="First">Mentions in the first window's hours, on all the days compared with.</param>
/// <param name="Second">The same of the second.</param>
/// <param name="Days">How many days; at least <see cref="FewestDays"/>.</param>
public sealed record UsualTalk(double First, double Second, int Days)
{
    /// <summary>One day may be a holiday or a crisis of its own.</summary>
    public const int FewestDays = 2;

    /// <summary>From so many days on the median is taken, so that an earlier crisis does not count.</summary>
    private const int EnoughForMedian = 3;

    private const int MostDays = 28;
    private const int Week = 7;

    /// <summary>
    /// The same weekdays, if there are enough of them and enough was said; otherwise days of the same kind, workdays or
    /// weekends. Days are counted on the brand's clock. Null when the topic's past has neither.
    /// </summary>
    /// <param name="begun">What is being judged began then: later days are part of it and no measure.</param>
    /// <param name="enough">Mentions of one window, on all days together, from which they say something.</param>
    /// <param name="wasRead">Whether the sources could be read between two moments.</param>
    public static UsualTalk? Of(
        TopicHistory history,
        TimeSpan length,
        DateTimeOffset first,
        DateTimeOffset second,
        DateTimeOffset begun,
        TimeZoneInfo zone,
        double enough,
        Func<DateTimeOffset, DateTimeOffset, bool> wasRead
    )
    {
        var days = new List<(int Back, double First, double Second)>();
        if (history.Hours.Count == 0)
            return null;
        // Hours before the first bucket are not silence but not yet watched.
        var watched = new DateTimeOffset(history.Hours.Keys[0] * TimeSpan.TicksPerHour, TimeSpan.Zero);
        for (var back = 1; back <= MostDays; back++)
        {
            var (one, other) = (Back(first, back, zone), Back(second, back, zone));
            if (one < watched || (other > one ? other : one) + length > begun)
                continue;
            if (!wasRead(one, one + length) || !wasRead(other, other + length))
                continue;
            if (IsWeekend(first, zone) == IsWeekend(one, zone) && IsWeekend(second, zone) == IsWeekend(other, zone))
                days.Add((back, Mentions(history, one, length), Mentions(history, other, length)));
        }

        var weekly = Sum(days.FindAll(static day => day.Back % Week == 0));
        return weekly is not null && Math.Max(weekly.First, weekly.Second) >= enough ? weekly : Sum(days);
    }

    /// <summary>Whether two moments are within half an hour of the day, on days of one kind.</summary>
    public static bool IsSameHour(DateTimeOffset one, DateTimeOffset other, TimeZoneInfo zone)
    {
        var apart = Math.Abs((Local(one, zone).TimeOfDay - Local(other, zone).TimeOfDay).TotalHours);
        return Math.Min(apart, 24 - apart) <= 0.5 && IsWeekend(one, zone) == IsWeekend(other, zone);
    }

    /// <summary>Saturday or Sunday on this clock.</summary>
    public static bool IsWeekend(DateTimeOffset at, TimeZoneInfo zone) =>
        Local(at, zone).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static UsualTalk? Sum(List<(int Back, double First, double Second)> days) =>
        days.Count < FewestDays
            ? null
            : new UsualTalk(
                Middle(days.ConvertAll(static day => day.First)) * days.Count,
                Middle(days.ConvertAll(static day => day.Second)) * days.Count,
                days.Count
            );

    private static double Middle(List<double> values)
    {
        if (values.Count < EnoughForMedian)
            return values.Average();
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /// <summary>Old hours are kept whole: of an hour that the window only touches, its part counts.</summary>
    private static double Mentions(TopicHistory history, DateTimeOffset from, TimeSpan length)
    {
        double mentions = 0;
        var (start, end) = (from.UtcTicks, (from + length).UtcTicks);
        for (var hour = start / TimeSpan.TicksPerHour; hour * TimeSpan.TicksPerHour < end; hour++)
        {
            if (!history.Hours.TryGetValue(hour, out var bucket))
                continue;
            var begin = Math.Max(start, hour * TimeSpan.TicksPerHour);
            var until = Math.Min(end, (hour + 1) * TimeSpan.TicksPerHour);
            mentions += bucket.Mentions * ((until - begin) / (double)TimeSpan.TicksPerHour);
        }

        return mentions;
    }

    /// <summary>The same time on the clock, days earlier.</summary>
    private static DateTimeOffset Back(DateTimeOffset at, int days, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(Local(at, zone).DateTime.AddDays(-days), DateTimeKind.Unspecified);
        // In spring an hour is left out.
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateTimeOffset Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone);
}
