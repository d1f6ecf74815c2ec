using CrisisFlow.Evaluation.Learning;

namespace CrisisFlow.Scoring.Tests.Tone;

public sealed class SplitTests
{
    private static readonly LabelledText[] Texts =
    [
        .. Enumerable
            .Range(0, 400)
            .Select(i => new LabelledText(
                $"第{i}条评价：{(char)(0x4E00 + i * 37)}{(char)(0x4E00 + i * 53)}"
                    + $"{(char)(0x5000 + i * 29)}{(char)(0x5200 + i * 31)}{(char)(0x6000 + i * 17)}",
                1
            )),
        new("酒店位置很好，离地铁站走路五分钟，早餐丰富，服务员热情，下次还会入住", 1),
        new("酒店位置很好，离地铁站走路五分钟，早餐丰富，服务员热情，下次还会来住。", 1),
        new("酒店位置很好，离地铁站走路五分钟！早餐丰富，服务员热情，下次还会入住", 1),
        new("【转】酒店位置很好，离地铁站走路五分钟，早餐丰富，服务员热情", 1),
    ];

    private static IReadOnlyList<Row> Divide(IReadOnlyList<LabelledText> texts, int percent, Side side) =>
        [.. Split.Divide([new DataSet("all", "zh", percent, () => texts)])["all"].Where(r => r.Side == side)];

    [Fact]
    public void Both_sides_together_are_everything_once()
    {
        var learn = Divide(Texts, 10, Side.Learn);
        var test = Divide(Texts, 10, Side.Test);
        Assert.Empty(learn.Select(r => r.Key).Intersect(test.Select(r => r.Key)));
        Assert.Equal(
            Texts.Select(t => TextKey.Hash(TextKey.Bare(t.Text))).Distinct().Count(),
            learn.Count + test.Count
        );
        Assert.InRange(test.Count, 15, 75);
    }

    [Fact]
    public void Near_duplicates_are_on_one_side()
    {
        for (var percent = 5; percent < 100; percent += 5)
        {
            var sides = new[] { Side.Learn, Side.Test }.Where(side =>
                Divide(Texts, percent, side).Any(r => r.Text.Contains("离地铁站走路五分钟", StringComparison.Ordinal))
            );
            Assert.Single(sides);
        }
    }

    [Fact]
    public void The_order_of_the_texts_makes_no_difference()
    {
        var forward = Divide(Texts, 30, Side.Test).Select(r => r.Key).Order();
        var backward = Divide([.. Texts.Reverse()], 30, Side.Test).Select(r => r.Key).Order();
        Assert.Equal(forward, backward);
    }

    [Fact]
    public void A_text_that_resembles_a_measured_one_of_another_set_is_not_learned_from()
    {
        var divided = Split.Divide([
            new DataSet("measured", "zh", 100, () => [new("这家店的牛肉面非常好吃，老板也很热情，推荐大家来", 1)]),
            new DataSet(
                "own",
                "zh",
                0,
                () =>
                    [
                        new("这家店的牛肉面非常好吃，老板也很热情，推荐来", 1),
                        new("完全不同的一句话，说的是快递太慢了", -1),
                    ]
            ),
        ]);
        Assert.Equal([Side.Test, Side.Learn], divided["own"].Select(r => r.Side));
    }
}
