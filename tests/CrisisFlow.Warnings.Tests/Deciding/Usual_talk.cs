using CrisisFlow.Warnings.Buckets;
using static CrisisFlow.Warnings.Tests.Deciding.Samples;

namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class Usual_talk
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Friday, 21:00 in Shanghai.</summary>
    private static readonly DateTimeOffset Evening = new(2026, 3, 6, 13, 0, 0, TimeSpan.Zero);

    private static TopicHistory Past(int days, Func<DateTime, int> perHour, TimeZoneInfo? zone = null)
    {
        var history = new TopicHistory(Topic, []);
        for (var at = Evening.AddDays(-days); at < Evening; at += Hour)
            if (perHour(TimeZoneInfo.ConvertTime(at, zone ?? Shanghai).DateTime) is > 0 and var mentions)
                history.Add(at, new MinuteBucket { Mentions = mentions });
        return history;
    }

    private static int ByDay(DateTime local) => local.Hour is >= 1 and < 7 ? 6 : 60;

    private static UsualTalk? Of(
        TopicHistory history,
        DateTimeOffset second,
        TimeZoneInfo? zone = null,
        Func<DateTimeOffset, DateTimeOffset, bool>? wasRead = null
    ) => UsualTalk.Of(history, Hour, Evening, second, Evening, zone ?? Shanghai, 20, wasRead ?? ((_, _) => true));

    [Fact]
    public void Hours_are_compared_on_the_same_weekdays_of_weeks_before()
    {
        // Saturdays are quiet; four Fridays and Saturdays are known.
        var past = Past(28, local => local.DayOfWeek == DayOfWeek.Saturday ? 10 : 60);
        Assert.Equal(new UsualTalk(240, 40, 4), Of(past, Evening.AddDays(1)));
    }

    [Fact]
    public void Days_of_the_same_kind_do_where_weeks_are_missing()
    {
        // From Friday 21:00 to Friday 23:00: Monday to Thursday are workdays too.
        Assert.Equal(new UsualTalk(240, 240, 4), Of(Past(5, ByDay), Evening.AddHours(2)));
        // To Saturday 02:00 there is no such night among them.
        Assert.Null(Of(Past(5, ByDay), Evening.AddHours(5)));
    }

    [Fact]
    public void A_topic_of_one_day_has_no_past()
    {
        Assert.Null(Of(Past(1, ByDay), Evening.AddHours(1)));
        Assert.Null(Of(Past(0, ByDay), Evening.AddHours(1)));
    }

    [Fact]
    public void An_earlier_crisis_does_not_count()
    {
        var past = Past(28, local => local.Day == 20 ? 900 : 60);
        Assert.Equal(new UsualTalk(240, 240, 4), Of(past, Evening.AddHours(1)));
    }

    [Fact]
    public void Days_of_what_is_judged_are_no_measure() =>
        Assert.Null(
            UsualTalk.Of(
                Past(28, ByDay),
                Hour,
                Evening,
                Evening.AddHours(1),
                Evening.AddDays(-28),
                Shanghai,
                20,
                (_, _) => true
            )
        );

    [Fact]
    public void Days_on_which_sources_could_not_be_read_are_no_measure()
    {
        var until = Evening.AddDays(-10);
        Assert.Equal(
            3,
            Of(
                Past(28, ByDay),
                Evening.AddHours(1),
                wasRead: (from, _) => from < until || from > until.AddDays(6)
            )?.Days
        );
    }

    [Fact]
    public void A_part_of_an_hour_counts_as_its_part()
    {
        // 00:40 to 01:40 on the night before a workday.
        var night = new DateTimeOffset(2026, 3, 4, 16, 40, 0, TimeSpan.Zero);
        var usual = UsualTalk.Of(
            Past(28, ByDay),
            Hour,
            night.AddHours(-4),
            night,
            night.AddHours(-4),
            Shanghai,
            20,
            (_, _) => true
        );
        Assert.Equal(24, usual!.Second / usual.Days, 3);
    }

    [Fact]
    public void The_clock_is_the_brands_also_when_it_is_changed()
    {
        // New York goes to summer time on 8 March 2026: 21:00 there is an hour earlier in UTC from then on.
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var monday = new DateTimeOffset(2026, 3, 10, 1, 0, 0, TimeSpan.Zero);
        var history = new TopicHistory(Topic, []);
        for (var at = monday.AddDays(-27); at < monday; at += Hour)
            history.Add(at, new MinuteBucket { Mentions = TimeZoneInfo.ConvertTime(at, zone).Hour == 21 ? 60 : 1 });
        var usual = UsualTalk.Of(history, Hour, monday, monday.AddHours(1), monday, zone, 20, (_, _) => true);
        Assert.Equal((60, 1), (usual!.First / usual.Days, usual.Second / usual.Days));
    }

    [Fact]
    public void The_same_hour_of_a_like_day_is_told_from_others()
    {
        Assert.True(UsualTalk.IsSameHour(Evening, Evening.AddDays(-1), Shanghai));
        Assert.True(UsualTalk.IsSameHour(Evening, Evening.AddDays(-1).AddMinutes(20), Shanghai));
        Assert.False(UsualTalk.IsSameHour(Evening, Evening.AddDays(1), Shanghai));
        Assert.False(UsualTalk.IsSameHour(Evening, Evening.AddHours(2), Shanghai));
    }
}
