using CrisisFlow.Core.Folding;
using CrisisFlow.Scoring.Risk;

namespace CrisisFlow.Scoring.Tests.Risk;

public sealed class WhoDidWhatToWhom
{
    /// <summary>
    /// The severity from which one hot-list headline about an own brand reaches orange with default settings.
    /// </summary>
    private const double Alarming = 0.587;

    private static double Severity(string text)
    {
        var at = text.IndexOf("云杉", StringComparison.Ordinal);
        NamedAt[] about = at < 0 ? [] : [new NamedAt(at, 2)];
        return RiskModel.Default.Score(TextFolding.Normalize(text), about).Severity;
    }

    [Theory]
    [InlineData("云杉卖假酒被查封", "假云杉酒窝点被查封")]
    [InlineData("云杉店长偷会员卡被刑拘", "男子偷云杉会员卡被刑拘")]
    [InlineData("顾客诉云杉欺诈胜诉", "云杉诉山寨店侵权胜诉")]
    [InlineData("云杉骑手见义勇为反被辞退", "云杉骑手见义勇为跳河救人")]
    [InlineData("云杉主播编造谣言骗捐", "云杉网友编造谣言骗捐")]
    public void What_the_brand_does_alarms_and_what_it_suffers_does_not(string own, string others)
    {
        Assert.True(Severity(own) >= Alarming, $"{own} {Severity(own):0.00}");
        Assert.True(Severity(others) < Alarming, $"{others} {Severity(others):0.00}");
    }

    [Theory]
    [InlineData("骗子冒充云杉客服骗取老人存款")]
    [InlineData("云杉造谣者散布谣言被判刑")]
    [InlineData("云杉车主醉驾撞飞路人")]
    [InlineData("海关查获假冒云杉球鞋八千双")]
    [InlineData("外交部回应他国封杀云杉")]
    public void Victim_tool_and_place_are_no_crisis_of_the_brand(string headline) =>
        Assert.True(Severity(headline) < Alarming, $"{headline} {Severity(headline):0.00}");

    [Theory]
    [InlineData("云杉米饭里发现钢丝球", RiskCategory.ProductSafety)]
    [InlineData("云杉员工用抹布擦完锅接着擦案板", RiskCategory.ProductSafety)]
    [InlineData("孩子喝完云杉呕吐送医", RiskCategory.ProductSafety)]
    [InlineData("云杉店员篡改食材保质期", RiskCategory.ProductSafety)]
    [InlineData("云杉面单能看到完整手机号", RiskCategory.DataLeak)]
    [InlineData("市监局回应云杉门店", RiskCategory.Unclear)]
    public void A_scene_is_a_crisis_without_a_word_that_names_it(string headline, RiskCategory category)
    {
        Assert.True(Severity(headline) >= Alarming, $"{headline} {Severity(headline):0.00}");
        Assert.Equal(category, RiskModel.Default.Score(TextFolding.Normalize(headline)).Categories[0]);
    }
}
