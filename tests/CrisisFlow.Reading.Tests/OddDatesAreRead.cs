using System.Globalization;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading.Tests;

/// <summary>Dates in other words, orders and zones.</summary>
public sealed class OddDatesAreRead
{
    [Theory]
    // months in other languages
    [InlineData("Fr, 5 Mär 2021 09:30:00 +0100", "2021-03-05T08:30:00Z")]
    [InlineData("5. März 2021", "2021-03-05T00:00:00Z")]
    [InlineData("ven., 05 févr. 2021 09:30:00 +0000", "2021-02-05T09:30:00Z")]
    [InlineData("mar., 07 août 2018 01:02:03 +0200", "2018-08-06T23:02:03Z")]
    [InlineData("5 de octubre de 2021", "2021-10-05T00:00:00Z")]
    [InlineData("Παρ, 05 Μάρ 2021 09:30:00 GMT", "2021-03-05T09:30:00Z")]
    [InlineData("2021-március-5T9:15+01:00", "2021-03-05T08:15:00Z")]
    [InlineData("2021 Mar 05 10:11", "2021-03-05T10:11:00Z")]
    [InlineData("5 марта 2021 10:11", "2021-03-05T10:11:00Z")]
    // zones by area
    [InlineData("Fri, 05 Mar 2021 10:00:00 America/New_York", "2021-03-05T15:00:00Z")]
    [InlineData("Mon, 05 Jul 2021 10:00:00 America/New_York", "2021-07-05T14:00:00Z")]
    [InlineData("Mon, 05 Jul 2021 10:00:00 /etc/passwd", "2021-07-05T10:00:00Z")]
    [InlineData("Mon, 05 Jul 2021 10:00:00 Nowhere/Town", "2021-07-05T10:00:00Z")]
    // remarks
    [InlineData("Fri(day), 5(th) Mar(ch \\) (or so)) 2021 09:30:00 +0000", "2021-03-05T09:30:00Z")]
    [InlineData("Fri , 05 Mar 2021 09:30:00 +0000", "2021-03-05T09:30:00Z")]
    // orders
    [InlineData("Fri, 2021/03/05 09:30:00 EDT", "2021-03-05T13:30:00Z")]
    [InlineData("Fri, 05 03 2021 09:30:00 +0100", "2021-03-05T08:30:00Z")]
    [InlineData("Fri, 03/05/2021 - 09:30", "2021-03-05T09:30:00Z")]
    [InlineData("3/5/21 9:30:05", "2021-03-05T09:30:05Z")]
    [InlineData("05.03.2021 09:30", "2021-03-05T09:30:00Z")]
    [InlineData("31.12.21", "2021-12-31T00:00:00Z")]
    [InlineData("2021-003-05T10:11:12Z", "2021-03-05T10:11:12Z")]
    [InlineData("2021-03-05T10:11:12-05:00Z", "2021-03-05T15:11:12Z")]
    [InlineData("Mar. 2021", "2021-03-01T00:00:00Z")]
    [InlineData("2021-03-05 오후 3:05:00", "2021-03-05T06:05:00Z")]
    // what programs print
    [InlineData("2021-03-05 17:11:12 +0800 CST", "2021-03-05T09:11:12Z")]
    [InlineData("2021-03-05T17:11:12+08:00[Asia/Shanghai]", "2021-03-05T09:11:12Z")]
    [InlineData("2021-03-05T17:11:12[Asia/Shanghai]", "2021-03-05T09:11:12Z")]
    [InlineData("Fri Mar 05 2021 17:11:12 GMT+0800 (中国标准时间)", "2021-03-05T09:11:12Z")]
    [InlineData("2021年3月5日（金） 17:11", "2021-03-05T08:11:00Z")]
    [InlineData("2021年3月5日 金曜日 17:11", "2021-03-05T08:11:00Z")]
    [InlineData("2021年3月5日 午後5時11分", "2021-03-05T08:11:00Z")]
    [InlineData("2021/3/5(五) 17:11", "2021-03-05T09:11:00Z")]
    public void A_date_is_read_in_whatever_words_it_comes(string text, string utc) =>
        Assert.Equal(
            utc,
            Dates.Read(text)?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("mai")]
    [InlineData("21-03-05")]
    [InlineData("2021-foo-05")]
    [InlineData("(((((")]
    [InlineData("\\")]
    public void What_is_no_date_or_could_be_several_is_none(string text) => Assert.Null(Dates.Read(text));
}
