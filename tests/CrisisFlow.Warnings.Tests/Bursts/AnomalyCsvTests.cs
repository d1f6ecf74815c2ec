using CrisisFlow.Warnings.Bursts;

namespace CrisisFlow.Warnings.Tests.Bursts;

public sealed class AnomalyCsvTests
{
    [Fact]
    public void Every_point_comes_back_with_its_score()
    {
        string[] lines =
        [
            "timestamp,value",
            "2026-01-01 00:00:00,5",
            "2026-01-01 00:05:00,",
            "",
            "2026-01-01 00:10:00,7",
        ];
        Assert.Equal(
            [
                "timestamp,value,score",
                "2026-01-01 00:00:00,5,0.000000",
                "2026-01-01 00:05:00,,0.000000",
                "2026-01-01 00:10:00,7,0.000000",
            ],
            AnomalyCsv.Score(lines)
        );
    }

    [Fact]
    public void What_cannot_be_read_is_named_with_its_line()
    {
        Assert.Equal(
            "Line 1 is 'a,b'; it must be 'timestamp,value'.",
            Assert.Throws<FormatException>(() => AnomalyCsv.Score(["a,b"]).ToList()).Message
        );
        Assert.Equal(
            "Line 2 is 'soon,5'; it must begin with a time and a comma, like '2026-01-31 08:05:00,12'.",
            Assert.Throws<FormatException>(() => AnomalyCsv.Score(["timestamp,value", "soon,5"]).ToList()).Message
        );
    }

    [Fact]
    public void Lines_come_out_while_others_still_go_in()
    {
        var read = 0;
        IEnumerable<string> Lines()
        {
            yield return "timestamp,value";
            for (var i = 0; ; i++)
            {
                read++;
                yield return $"{new DateTime(2026, 1, 1).AddMinutes(i):yyyy-MM-dd HH:mm:ss},{i % 3}";
            }
        }

        Assert.Equal(101, AnomalyCsv.Score(Lines()).Take(101).Count());
        Assert.True(read <= 125);
    }
}
