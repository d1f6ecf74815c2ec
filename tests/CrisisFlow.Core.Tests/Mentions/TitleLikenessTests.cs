using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Core.Tests.Mentions;

public sealed class TitleLikenessTests
{
    [Theory]
    [InlineData("果园记吃出玻璃", "果园记吃出玻璃（更新）")]
    [InlineData("果园记吃出玻璃", "果园记吃出玻璃 更新中")]
    [InlineData("果园记吃出玻璃 (3条评论)", "果园记吃出玻璃 (128条评论)")]
    [InlineData("果园记果汁喝出玻璃 嘴划破 第1例", "果园记果汁喝出玻璃 嘴划破 第20例")]
    [InlineData("果园记吃出玻璃", "【组图】果园記吃出玻璃！")]
    [InlineData("果园记吃出玻璃 多名儿童送医", "果园记吃出玻璃 多名儿童送医_城市新闻网")]
    [InlineData("Orchard juice recalled in three states", "ORCHARD juice recalled in three states [Updated]")]
    public void Near_equal_titles_are_alike(string one, string other) => Assert.True(Alike(one, other));

    [Theory]
    [InlineData("果园记吃出玻璃 多名儿童送医", "果园记门店开业")]
    [InlineData("果园记新品上市", "果园记消费者称吃出异物")]
    [InlineData("Orchard juice recalled", "Orchard opens a new shop in Lyon")]
    [InlineData("2026", "2027")]
    [InlineData("", "果园记")]
    public void Other_titles_are_not(string one, string other) => Assert.False(Alike(one, other));

    private static bool Alike(string one, string other) =>
        TitleLikeness.AreAlike(TitleLikeness.KeyOf(one), TitleLikeness.KeyOf(other));
}
