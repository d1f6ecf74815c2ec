using System.Globalization;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Tests;

public sealed class DatesAreRead
{
    [Theory]
    // RFC 822 and what became of it
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("1 Jan 2004 19:48 GMT", "2004-01-01T19:48:00Z")]
    [InlineData("Thu, 1 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 99 19:48:21 GMT", "1999-01-01T19:48:21Z")]
    [InlineData("Thu,01 Jan 2004 19:48:21 +0800", "2004-01-01T11:48:21Z")]
    [InlineData("Thursday, 01 January 2004 19:48:21 +08:00", "2004-01-01T11:48:21Z")]
    [InlineData("Thu, 01-Jan-2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 EST", "2004-01-02T00:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 PDT", "2004-01-02T02:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 UT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 CEST", "2004-01-01T17:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 Z", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT+8", "2004-01-01T11:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT+0800 (China Standard Time)", "2004-01-01T11:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 +0000 (UTC)", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 2004", "2004-01-01T00:00:00Z")]
    [InlineData("Thu, 31 Dec 2004 24:00:00 GMT", "2005-01-01T00:00:00Z")]
    [InlineData("Thu, 30 Jun 2005 23:59:60 GMT", "2005-07-01T00:00:00Z")]
    [InlineData("Thu Jan 01 19:48:21 2004", "2004-01-01T19:48:21Z")]
    [InlineData("Sun Jan  4 16:29:06 PST 2004", "2004-01-05T00:29:06Z")]
    [InlineData("Thu Jan 01 19:48:21 +0800 2004", "2004-01-01T11:48:21Z")]
    [InlineData("January 5, 2004 7:48 PM", "2004-01-05T19:48:00Z")]
    [InlineData("Mon, Jan 5th, 2004 at 12:05 am", "2004-01-05T00:05:00Z")]
    [InlineData("5/31/2024 14:05:06", "2024-05-31T14:05:06Z")]
    [InlineData("31.05.2024 14:05", "2024-05-31T14:05:00Z")]
    // RFC 3339, W3C and ISO 8601
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31T10:14:55.123456+08:00", "2003-12-31T02:14:55.123456Z")]
    [InlineData("2003-12-31t10:14:55z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31 10:14:55", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31 10:14:55 +0800", "2003-12-31T02:14:55Z")]
    [InlineData("2003-12-31T10:14:55-0800", "2003-12-31T18:14:55Z")]
    [InlineData("2003-12-31T10:14:55+08", "2003-12-31T02:14:55Z")]
    [InlineData("2003-12-31T10:14", "2003-12-31T10:14:00Z")]
    [InlineData("2003-12-31", "2003-12-31T00:00:00Z")]
    [InlineData("2003-12", "2003-12-01T00:00:00Z")]
    [InlineData("2003", "2003-01-01T00:00:00Z")]
    [InlineData("2003-365", "2003-12-31T00:00:00Z")]
    [InlineData("2004-W01-4", "2004-01-01T00:00:00Z")]
    [InlineData("20031231T101455Z", "2003-12-31T10:14:55Z")]
    [InlineData("20031231101455", "2003-12-31T10:14:55Z")]
    [InlineData("2003/12/31 10:14:55", "2003-12-31T10:14:55Z")]
    [InlineData("2024-5-3 9:05", "2024-05-03T09:05:00Z")]
    [InlineData("2003-12-31 10:14:55 UTC", "2003-12-31T10:14:55Z")]
    [InlineData("2024-05-03 09:05:00 Asia/Shanghai", "2024-05-03T01:05:00Z")]
    // Chinese and Korean
    [InlineData("2022年10月1日 15:04:05", "2022-10-01T07:04:05Z")]
    [InlineData("2022年10月01日15时04分", "2022-10-01T07:04:00Z")]
    [InlineData("2022年10月1日 下午3:05", "2022-10-01T07:05:00Z")]
    [InlineData("2022年10月1日 星期六 上午12:05:06", "2022-09-30T16:05:06Z")]
    [InlineData("2022年10月1日", "2022-09-30T16:00:00Z")]
    [InlineData("２０２２年１０月１日　１５：０４", "2022-10-01T07:04:00Z")]
    [InlineData("2022年10月1日 15:04:05 +0000", "2022-10-01T15:04:05Z")]
    [InlineData("2004년 5월 28일 오후 11:31:25", "2004-05-28T14:31:25Z")]
    // Counts
    [InlineData("1604188800", "2020-11-01T00:00:00Z")]
    [InlineData("1604188800.5", "2020-11-01T00:00:00.5Z")]
    [InlineData("1604188800000", "2020-11-01T00:00:00Z")]
    [InlineData("1604188800000000", "2020-11-01T00:00:00Z")]
    public void What_feeds_write_is_read(string text, string expected)
    {
        var date = Dates.Read(text);
        Assert.Equal(
            expected,
            date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        );
        Assert.Equal(date, Dates.Read("\n  " + text + " \t"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("10月1日")]
    [InlineData("Thu, 32 Jan 2004 19:48:21 GMT")]
    [InlineData("Thu, 30 Feb 2004 19:48:21 GMT")]
    [InlineData("Thu, 01 Jan 2004 25:48:21 GMT")]
    [InlineData("Thu, 01 Jan 2004 19:61:21 GMT")]
    [InlineData("2003-13-01")]
    [InlineData("2003-000")]
    [InlineData("2003-W54-1")]
    [InlineData("9999-12-31T23:59:59-18:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("0")]
    [InlineData("12345")]
    [InlineData("1e300")]
    [InlineData("NaN")]
    public void Nonsense_is_no_date(string text) => Assert.Null(Dates.Read(text));

    [Theory]
    [InlineData("en", "2004-01-02T01:48:21Z")]
    [InlineData("zh-CN", "2004-01-01T11:48:21Z")]
    public void The_language_says_what_CST_means(string language, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
            Dates.Read("Thu, 01 Jan 2004 19:48:21 CST", language)
        );
}
