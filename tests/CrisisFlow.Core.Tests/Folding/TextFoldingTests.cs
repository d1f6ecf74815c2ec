using CrisisFlow.Core.Folding;
using CrisisFlow.Testing.Clock;

namespace CrisisFlow.Core.Tests.Folding;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("ＡＢＣ１２３（完）", "ABC123(完)")]
    [InlineData("ｶﾞｷﾞ", "ガギ")]
    [InlineData("ℌ℡ ㎏ ﬁ … ①", "HTEL kg fi ... 1")]
    [InlineData("cafe\u0301", "café")]
    [InlineData("a\u0323\u0307 = a\u0307\u0323", "ạ̇ = ạ̇")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("\uFA0C\u2F00", "兀一")]
    public void Compatibility_forms_and_width_fold_and_marks_compose(string text, string normal) =>
        Assert.Equal(normal, TextFolding.Normalize(text));

    [Theory]
    [InlineData("  a \t\u3000 b  ", "a b")]
    [InlineData("a \r\n\r\n  b\u2028", "a\nb")]
    [InlineData("\u200Ba\u200Cb\u2060c\uFEFF", "abc")]
    [InlineData("\u202Eevil\u202C \u2066x\u2069\u200F", "evil x")]
    [InlineData("a\0b\u0007c\u0085d", "abc\nd")]
    [InlineData("a\u00ADb\u034Fc\u3164d", "abcd")]
    [InlineData("", "")]
    [InlineData(" \u200B\n ", "")]
    public void White_space_collapses_and_the_invisible_goes(string text, string normal) =>
        Assert.Equal(normal, TextFolding.Normalize(text));

    [Theory]
    [InlineData("👨‍👩‍👧 ok")]
    [InlineData("❤️‍🔥")]
    [InlineData("1️⃣ #️⃣")]
    [InlineData("👍🏽 🇨🇳 🈚")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("™️")]
    public void Emoji_and_their_sequences_stay(string text) => Assert.Same(text, TextFolding.Normalize(text));

    [Theory]
    [InlineData("™", "TM")]
    [InlineData("a\u200Db\uFE0F", "ab")]
    [InlineData("1\uFE0F2", "12")]
    public void Selectors_and_joiners_outside_an_emoji_go(string text, string normal) =>
        Assert.Equal(normal, TextFolding.Normalize(text));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb", TextFolding.Normalize("a\uD83Db"));
        Assert.Equal("\uFFFD\uFFFD", TextFolding.Normalize("\uDE00\uD83D"));
    }

    [Fact]
    public void Of_a_tower_of_marks_thirty_stay() =>
        Assert.Equal(1 + 30, TextFolding.Normalize("x" + new string('\u0316', 100_000)).Length);

    [Theory]
    [InlineData("星巴克门店食材过期")]
    [InlineData("already normal, one space\nand a line")]
    [InlineData("故宫 café 한국 😀")]
    public void Normal_text_comes_back_as_the_same_instance_without_allocation(string text)
    {
        Assert.Same(text, TextFolding.Normalize(text));
        Takes.NoMemory(() =>
        {
            for (var i = 0; i < 100; i++)
                TextFolding.Normalize(text);
        });
    }

    [Theory]
    [InlineData("L'Oréal Ørsted", "l'oreal orsted")]
    [InlineData("蘋果電腦發佈會", "苹果电脑发布会")]
    [InlineData("鴻星爾克、無印良品、臺灣、羣衆、麪包", "鸿星尔克、无印良品、台湾、群众、面包")]
    [InlineData("廣汽豐田 銀行", "广汽丰田 银行")]
    [InlineData("“H&M’s”\nSALE—", "\"h&m's\" sale-")]
    public void Folding_for_matching_takes_case_script_and_diacritics_away(string text, string folded)
    {
        var normal = TextFolding.Normalize(text);
        Assert.Equal(folded, TextFolding.FoldForMatching(normal));
        Assert.Equal(normal.Length, folded.Length);
        Assert.Same(folded, TextFolding.FoldForMatching(folded));
    }

    [Fact]
    public void Whatever_comes_in_normalising_twice_is_normalising_once()
    {
        // A fixed sequence that walks all of Unicode in odd neighbourhoods.
        var state = 12345u;
        uint Next(uint below) => (state = state * 1664525 + 1013904223) / 65536 % below;
        string[] special =
        [
            "\uFE0F",
            "\u200D",
            "\u20E3",
            "\u200B",
            "\n",
            " ",
            "\u3000",
            "❤",
            "\uD83D",
            "\uDE00",
            "\u0301",
            "é",
            "한",
            "ｶ",
            "ﾞ",
            "1",
        ];
        for (var n = 0; n < 20_000; n++)
        {
            var text = "";
            for (var i = Next(9); i > 0; i--)
                text +=
                    Next(2) == 0
                        ? special[Next((uint)special.Length)]
                        : ((char)(Next(256) * 256 + Next(256))).ToString();
            var once = TextFolding.Normalize(text);
            Assert.Same(once, TextFolding.Normalize(once));
            Assert.Equal(once.Length, TextFolding.FoldForMatching(once).Length);
        }
    }
}
