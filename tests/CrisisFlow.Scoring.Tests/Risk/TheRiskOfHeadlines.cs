using System.Globalization;
using CrisisFlow.Core.Folding;
using CrisisFlow.Scoring.Risk;
using CrisisFlow.Testing;

namespace CrisisFlow.Scoring.Tests.Risk;

public sealed class TheRiskOfHeadlines
{
    /// <summary>
    /// The severity from which one hot-list headline about an own brand reaches orange with default settings.
    /// </summary>
    private const double Alarming = 0.57;

    private static RiskScore Score(string text, string name = "云杉", bool explain = false)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        NamedAt[] about = at < 0 ? [] : [new NamedAt(at, name.Length)];
        return RiskModel.Default.Score(TextFolding.Normalize(text), about, explain);
    }

    /// <summary>
    /// Headlines written for this project about a made-up brand, in the manner of crises and of ordinary days.
    /// </summary>
    [Theory]
    [InlineData("crises.zh.txt", "云杉", 0.84, 1.0)]
    [InlineData("ordinary.zh.txt", "云杉", 0.0, 0.04)]
    [InlineData("crises.en.txt", "Spruce", 0.9, 1.0)]
    [InlineData("ordinary.en.txt", "Spruce", 0.0, 0.0)]
    public void Crises_alarm_and_ordinary_days_do_not(string file, string name, double least, double most)
    {
        var lines = File.ReadAllLines(
            Path.Combine(RepositoryRoot.Path, "tests", "CrisisFlow.Scoring.Tests", "Risk", file)
        );
        var alarming = lines.Where(line => Score(line, name).Severity >= Alarming).ToList();
        var share = alarming.Count / (double)lines.Length;
        Assert.True(
            share >= least && share <= most,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{share:0.000} of {file} alarm; {least} to {most} are wanted. "
                    + $"{string.Join(" | ", least > 0 ? lines.Except(alarming) : alarming)}"
            )
        );
    }

    [Theory]
    [InlineData("云杉用户数据泄露", RiskCategory.DataLeak)]
    [InlineData("云杉骑手送餐途中猝死", RiskCategory.Labour)]
    [InlineData("云杉被指虚假宣传", RiskCategory.FalseAdvertising)]
    [InlineData("云杉汽车刹车失灵", RiskCategory.ProductSafety)]
    [InlineData("云杉大数据杀熟老用户", RiskCategory.Price)]
    [InlineData("云杉被市场监管总局立案调查", RiskCategory.Regulation)]
    [InlineData("多家商场抵制云杉", RiskCategory.Boycott)]
    [InlineData("云杉服务器宕机", RiskCategory.Outage)]
    [InlineData("云杉广告被批侮辱女性", RiskCategory.Values)]
    [InlineData("云杉拒绝退款遭集体维权", RiskCategory.Service)]
    [InlineData("女星宣布与云杉解约", RiskCategory.Executive)]
    [InlineData("云杉高管行贿被刑拘", RiskCategory.Legal)]
    [InlineData("云杉鞋子偷工减料", RiskCategory.ProductQuality)]
    public void An_event_has_its_category(string headline, RiskCategory category) =>
        Assert.Equal(category, Score(headline).Categories[0]);

    [Theory]
    [InlineData("云杉面包发霉", "云杉面包未发霉")]
    [InlineData("云杉手机爆炸", "云杉手机好用到爆炸")]
    [InlineData("云杉先涨后降", "严禁先涨后降 云杉表态")]
    [InlineData("云杉被封禁", "云杉解除封禁")]
    [InlineData("山寨厂起诉云杉侵权", "云杉起诉山寨厂侵权")]
    [InlineData("某平台处罚云杉商家售后", "云杉处罚违规商家")]
    [InlineData("云杉总经理被刑拘", "云杉原总经理被刑拘")]
    [InlineData("云杉店员晕倒", "云杉店员救下晕倒老人")]
    [InlineData("云杉被罚200万", "云杉被罚2万")]
    [InlineData("云杉退款诈骗", "常见云杉退款诈骗")]
    public void Context_takes_gravity_away(string grave, string harmless) =>
        Assert.True(
            Score(grave).Severity > Score(harmless).Severity + 0.05,
            $"{grave} {Score(grave).Severity:0.00}; {harmless} {Score(harmless).Severity:0.00}"
        );

    [Fact]
    public void Traditional_characters_and_capitals_make_no_difference()
    {
        Assert.Equal(Score("云杉数据泄露并道歉").Severity, Score("云杉數據洩露並道歉").Severity, 2);
        Assert.Equal(Score("Spruce DATA BREACH", "Spruce").Severity, Score("Spruce data breach", "Spruce").Severity);
    }

    [Fact]
    public void Words_that_decided_come_in_the_texts_own_order_with_their_place()
    {
        const string text = "云杉回应用户数据泄露";
        var because = Score(text, explain: true).Because;
        Assert.Equal(["回应", "用户数据泄露"], because.Select(each => each.Text));
        Assert.All(because, each => Assert.Equal(each.Text, text.Substring(each.Start, each.Text.Length)));
        Assert.Equal([RiskCategory.Unclear, RiskCategory.DataLeak], because.Select(each => each.Risk));
    }

    [Fact]
    public void A_text_without_risk_has_none()
    {
        Assert.Same(RiskScore.None, Score("云杉新品首发"));
        Assert.Same(RiskScore.None, Score(""));
    }

    [Fact]
    public void Anything_is_scored_without_an_exception()
    {
        var alphabet = "云杉不被未回应道歉泄露aA1。！\uD83D\uDE00 \n".ToCharArray();
        var state = 12345u;
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Create(
                round % 60,
                0,
                (span, _) =>
                {
                    for (var i = 0; i < span.Length; i++)
                    {
                        state = state * 1664525 + 1013904223;
                        span[i] = alphabet[state >> 16 & 15];
                    }
                }
            );
            Assert.InRange(Score(text, explain: true).Severity, 0, 1);
        }
    }

    [Fact]
    public void Scoring_without_explanation_allocates_little()
    {
        const string text = "云杉回应用户数据泄露,监管部门介入调查,公司深夜致歉并称将赔偿受影响的用户";
        var folded = TextFolding.FoldForMatching(text);
        RiskModel.Default.Score(folded);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            RiskModel.Default.Score(folded);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1000, 0, 200);
    }
}
