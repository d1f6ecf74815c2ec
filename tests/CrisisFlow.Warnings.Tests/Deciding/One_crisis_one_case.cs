using CrisisFlow.Scoring;

namespace CrisisFlow.Warnings.Tests.Deciding;

public sealed class One_crisis_one_case
{
    [Theory]
    [InlineData(RiskCategory.ProductSafety, RiskCategory.Service, true)]
    [InlineData(RiskCategory.ProductSafety, RiskCategory.ProductQuality, true)]
    [InlineData(RiskCategory.ProductSafety, RiskCategory.Executive, true)]
    [InlineData(RiskCategory.ProductSafety, RiskCategory.DataLeak, false)]
    [InlineData(RiskCategory.Price, RiskCategory.Labour, false)]
    [InlineData(RiskCategory.Service, RiskCategory.ProductSafety, true)]
    [InlineData(RiskCategory.Service, RiskCategory.Outage, false)]
    public void What_follows_from_a_crisis_belongs_to_its_case(RiskCategory open, RiskCategory story, bool covers) =>
        Assert.Equal(covers, Crisis.Covers(open, story));

    [Theory]
    [InlineData(Level.Orange, RiskCategory.ProductSafety, Level.Orange, RiskCategory.Service, false)]
    [InlineData(Level.Orange, RiskCategory.ProductSafety, Level.Red, RiskCategory.Service, true)]
    [InlineData(Level.Orange, RiskCategory.ProductSafety, Level.Orange, RiskCategory.ProductQuality, true)]
    [InlineData(Level.Red, RiskCategory.ProductSafety, Level.Orange, RiskCategory.ProductSafety, false)]
    public void A_side_story_as_grave_as_the_case_is_no_flare_up(
        Level open,
        RiskCategory of,
        Level raised,
        RiskCategory story,
        bool flares
    ) => Assert.Equal(flares, Crisis.FlaresUp(open, of, raised, story));
}
