namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class The_hours_of_the_brand
{
    private static readonly WarningSettings Nights = new() { QuietFrom = 22, QuietUntil = 7 };

    [Theory]
    [InlineData("Asia/Shanghai", "2026-07-01T14:00:00Z", true)]
    [InlineData("Europe/London", "2026-07-01T20:59:00Z", false)]
    [InlineData("Europe/London", "2026-07-01T21:00:00Z", true)]
    [InlineData("Europe/London", "2026-12-01T21:59:00Z", false)]
    [InlineData("Europe/London", "2026-12-01T22:00:00Z", true)]
    public void The_hours_of_the_brand_are_counted_in_its_time_zone_with_its_summer_time(
        string zone,
        string at,
        bool quiet
    ) =>
        Assert.Equal(
            quiet,
            QuietHours.Cover(DateTimeOffset.Parse(at, null), Nights, TimeZoneInfo.FindSystemTimeZoneById(zone))
        );

    [Theory]
    [InlineData(7, "2026-03-29T00:30:00Z", "2026-03-29T06:00:00Z")]
    [InlineData(1.5, "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z")]
    [InlineData(7, "2026-10-24T22:30:00Z", "2026-10-25T07:00:00Z")]
    [InlineData(24, "2026-07-01T21:30:00Z", "2026-07-01T23:00:00Z")]
    public void The_hours_of_the_brand_end_when_its_clocks_say_so_also_on_the_days_they_are_moved(
        double until,
        string at,
        string end
    ) =>
        Assert.Equal(
            DateTimeOffset.Parse(end, null),
            QuietHours.End(
                DateTimeOffset.Parse(at, null),
                new() { QuietFrom = 22, QuietUntil = until },
                TimeZoneInfo.FindSystemTimeZoneById("Europe/London")
            )
        );
}
