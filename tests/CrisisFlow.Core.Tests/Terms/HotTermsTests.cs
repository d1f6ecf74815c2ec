using CrisisFlow.Core.Terms;

namespace CrisisFlow.Core.Tests.Terms;

public sealed class HotTermsTests
{
    private static readonly string[] Usual =
    [
        .. Enumerable
            .Range(0, 200)
            .Select(i =>
                (i % 4) switch
                {
                    0 => $"清禾奶茶新品好喝，排队{i}分钟",
                    1 => $"今天和朋友去清禾喝奶茶，店员态度不错{i}",
                    2 => $"Qinghe tea is fine, the queue was long {i}",
                    _ => $"清禾奶茶优惠券哪里领{i}",
                }
            ),
    ];

    [Fact]
    public void Whole_phrases_come_out_and_neither_their_pieces_nor_the_usual()
    {
        string[] window =
        [
            .. Usual.Take(60),
            "清禾奶茶被曝使用过期牛奶",
            "记者暗访：清禾门店使用过期牛奶，总部回应",
            "过期牛奶也敢用，清禾奶茶要求退款",
            "又是过期牛奶！清禾致歉",
            "清禾奶茶过期牛奶事件持续发酵",
            "清禾的过期牛奶让人恶心",
            "我买到清禾过期牛奶，要求退款",
            "清禾不给说法，要求退款",
            "清禾门店停业整顿",
            "清禾多家门店停业整顿了",
            "清禾：涉事门店停业整顿，致歉",
        ];
        var terms = HotTerms.Of(window, Usual, ["清禾", "Qinghe"]);
        Assert.Equal("过期牛奶", terms[0].Text);
        Assert.Equal((7, 0), (terms[0].Mentions, terms[0].Usual));
        Assert.Contains(terms, term => term.Text == "要求退款");
        Assert.Contains(terms, term => term.Text.Contains("停业整顿"));
        Assert.DoesNotContain(terms, term => term.Text is "过期" or "牛奶" or "期牛" or "奶茶" or "清禾");
    }

    [Fact]
    public void English_words_count_as_words()
    {
        string[] window =
        [
            .. Usual.Take(40),
            "Expired milk at Qinghe",
            "qinghe recalls expired milk",
            "Why is expired milk sold by Qinghe?",
            "Expired again",
            "the the the expired",
        ];
        var terms = HotTerms.Of(window, Usual, ["清禾", "Qinghe"]);
        Assert.Equal("expired", terms[0].Text);
        Assert.Equal(5, terms[0].Mentions);
        Assert.DoesNotContain(terms, term => term.Text is "the" or "qinghe");
    }

    [Fact]
    public void Nothing_new_gives_nothing() => Assert.Empty(HotTerms.Of(Usual.Take(100), Usual, []));

    [Fact]
    public void No_texts_give_no_terms() => Assert.Empty(HotTerms.Of([], [], []));
}
