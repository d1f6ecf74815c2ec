using System.Globalization;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Tests;

public sealed class DatesForReaders
{
    private static readonly DateTimeOffset Now = new(2026, 3, 6, 4, 0, 0, TimeSpan.Zero); // Friday noon in Shanghai
    private static readonly TimeZoneInfo Shanghai = IanaZones.Find("Asia/Shanghai")!;
    private static readonly TimeZoneInfo NewYork = IanaZones.Find("America/New_York")!;

    [Theory]
    [InlineData("刚刚", "2026-03-06 12:00")]
    [InlineData("5分钟前", "2026-03-06 11:55")]
    [InlineData("5 分鐘前", "2026-03-06 11:55")]
    [InlineData("半小时前", "2026-03-06 11:30")]
    [InlineData("2小时前", "2026-03-06 10:00")]
    [InlineData("两个小时前", "2026-03-06 10:00")]
    [InlineData("3天前", "2026-03-03 12:00")]
    [InlineData("1周前", "2026-02-27 12:00")]
    [InlineData("十五分钟前", "2026-03-06 11:45")]
    [InlineData("二十分钟前", "2026-03-06 11:40")]
    [InlineData("三十五分钟前", "2026-03-06 11:25")]
    [InlineData("发布于 5分钟前", "2026-03-06 11:55")]
    [InlineData("编辑于 03-05 10:20", "2026-03-05 10:20")]
    [InlineData("5分钟前 来自微博", "2026-03-06 11:55")]
    [InlineData("Posted 2 hours ago", "2026-03-06 10:00")]
    [InlineData("昨晚 11:30", "2026-03-05 23:30")]
    [InlineData("今天 09:10", "2026-03-06 09:10")]
    [InlineData("昨天 10:20", "2026-03-05 10:20")]
    [InlineData("昨天10:20", "2026-03-05 10:20")]
    [InlineData("昨天 下午3:05", "2026-03-05 15:05")]
    [InlineData("前天 08:00", "2026-03-04 08:00")]
    [InlineData("03-05 10:20", "2026-03-05 10:20")]
    [InlineData("03/05 10:20", "2026-03-05 10:20")]
    [InlineData("3月5日 10:20", "2026-03-05 10:20")]
    [InlineData("12-31 23:59", "2025-12-31 23:59")]
    [InlineData("周三 10:20", "2026-03-04 10:20")]
    [InlineData("09:10", "2026-03-06 09:10")]
    [InlineData("23:10", "2026-03-05 23:10")]
    [InlineData("just now", "2026-03-06 12:00")]
    [InlineData("5 minutes ago", "2026-03-06 11:55")]
    [InlineData("an hour ago", "2026-03-06 11:00")]
    [InlineData("2h ago", "2026-03-06 10:00")]
    [InlineData("3d", "2026-03-03 12:00")]
    [InlineData("yesterday at 10:20", "2026-03-05 10:20")]
    [InlineData("Yesterday 3:05 PM", "2026-03-05 15:05")]
    [InlineData("Today, 9:10 AM", "2026-03-06 09:10")]
    [InlineData("Mar 5, 10:20", "2026-03-05 10:20")]
    [InlineData("5 March 10:00", "2026-03-05 10:00")]
    [InlineData("Mar 5 at 10:20 AM", "2026-03-05 10:20")]
    public void Dates_written_for_readers_count_from_when_the_document_came(string text, string local) =>
        Assert.Equal(local, Local(Dates.Read(text, new DateContext(Zone: Shanghai, Now: Now)), Shanghai));

    [Theory]
    [InlineData("3.5")]
    [InlineData("5")]
    [InlineData("13-45 10:20")]
    [InlineData("明天 10:20")]
    [InlineData("02-30 10:20")]
    [InlineData("25:10")]
    public void What_is_none_is_none(string text) =>
        Assert.Null(Dates.Read(text, new DateContext(Zone: Shanghai, Now: Now)));

    [Fact]
    public void Without_a_time_of_arrival_they_are_none() => Assert.Null(Dates.Read("5分钟前"));

    [Theory]
    [InlineData("2026-03-05 20:01:00", "2026-03-06T01:01:00Z")]
    [InlineData("2026-03-05T20:01:00Z", "2026-03-05T20:01:00Z")]
    [InlineData("2026-03-05 20:01:00 +0800", "2026-03-05T12:01:00Z")]
    [InlineData("Thu, 05 Mar 2026 20:01:00", "2026-03-06T01:01:00Z")]
    [InlineData("2026-07-05 20:01:00", "2026-07-06T00:01:00Z")]
    [InlineData("2026年3月5日 20:01", "2026-03-06T01:01:00Z")]
    [InlineData("1772352000", "2026-03-01T08:00:00Z")]
    public void A_sources_time_zone_holds_for_dates_that_name_none(string text, string utc) =>
        Assert.Equal(
            utc,
            Dates
                .Read(text, new DateContext(Zone: NewYork))
                ?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        );

    [Fact]
    public void A_date_for_readers_is_in_the_brands_zone_where_the_source_names_none()
    {
        var context = new DateContext(Local: Shanghai, Now: Now);
        Assert.Equal("2026-03-05 10:20", Local(Dates.Read("03-05 10:20", context), Shanghai));
        // A whole date stays UTC, as it always was.
        Assert.Equal("2026-03-05 18:20", Local(Dates.Read("2026-03-05 10:20", context), Shanghai));
    }

    private static string? Local(DateTimeOffset? at, TimeZoneInfo zone) =>
        at is { } time
            ? TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : null;
}
