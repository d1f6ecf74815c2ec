using CrisisFlow.Core.Mentions;
using CrisisFlow.Warnings.Buckets;
using CrisisFlow.Warnings.Comparing;

namespace CrisisFlow.Warnings.Tests.Comparing;

public sealed class ComparisonTests
{
    [Fact]
    public void Shares_are_of_own_and_competitors_together()
    {
        var comparison = Comparison.Of([
            Voice("own", TopicType.Own, 30, 10, 10, 1),
            Voice("rival", TopicType.Competitor, 10, 0, 30, 1),
            Voice("tea", TopicType.Industry, 500, 99, 500, 99),
        ]);
        Assert.Equal(
            [("tea", 0.0, 0.0), ("own", 0.75, 1.0), ("rival", 0.25, 0.0)],
            comparison.Shares.Select(share => (share.Topic.Value, share.Share, share.NegativeShare))
        );
        Assert.Equal((0.25, 0.5), (comparison.Shares[1].UsualShare, comparison.Shares[1].UsualNegativeShare));
    }

    [Theory]
    [InlineData(20, 2, 2, 2, IndustryMove.OwnAlone)]
    [InlineData(20, 20, 2, 2, IndustryMove.OwnAlone)]
    [InlineData(20, 20, 20, 2, IndustryMove.IndustryWide)]
    [InlineData(2, 20, 20, 20, IndustryMove.CompetitorsAlone)]
    [InlineData(2, 2, 2, 2, IndustryMove.Nobody)]
    [InlineData(4, 4, 4, 4, IndustryMove.Nobody)]
    public void Industry_wide_is_when_own_and_half_of_the_competitors_move_together(
        int own,
        int first,
        int second,
        int third,
        IndustryMove move
    ) =>
        Assert.Equal(
            move,
            Comparison
                .Of([
                    Voice("own", TopicType.Own, 50, own, 50, 2),
                    Voice("a", TopicType.Competitor, 50, first, 50, 2),
                    Voice("b", TopicType.Competitor, 50, second, 50, 2),
                    Voice("c", TopicType.Competitor, 50, third, 50, 2),
                ])
                .Move
        );

    [Fact]
    public void Nothing_at_all_divides_by_nothing() =>
        Assert.Equal(IndustryMove.Nobody, Comparison.Of([Voice("own", TopicType.Own, 0, 0, 0, 0)]).Move);

    private static TopicVoice Voice(
        string id,
        TopicType type,
        int mentions,
        int negative,
        int usual,
        int usualNegative
    ) =>
        new(
            new TopicId(id),
            type,
            new MinuteBucket { Mentions = mentions, Negative = negative },
            new MinuteBucket { Mentions = usual, Negative = usualNegative }
        );
}
