using CrisisFlow.Evaluation;
using CrisisFlow.Scoring.Tone;

namespace CrisisFlow.Scoring.Tests.Tone;

public sealed class SentimentModelTests
{
    private static SentimentScore Score(string text) => SentimentModel.Default.Score(text);

    [Theory]
    [InlineData("送餐很快，味道也不错，下次还点")]
    [InlineData("质量很好，穿着舒服，物超所值，强烈推荐")]
    [InlineData("一点都不贵，而且很好吃")]
    [InlineData("虽然房间小了点，但是非常干净，服务也热情")]
    [InlineData("yyds，已经回购三次了")]
    [InlineData("今天好开心[哈哈]")]
    [InlineData("服務很好，環境優美，推薦！")]
    [InlineData("Works perfectly, I love it!")]
    [InlineData("Not bad at all, I would buy it again")]
    [InlineData("You can't go wrong with this phone :)")]
    [InlineData("这个 App 真的 amazing，爱了")]
    public void Praise_is_positive(string text) => Assert.Equal(Sentiment.Positive, Score(text).Sentiment);

    [Theory]
    [InlineData("等了两个小时才送到，饭都凉了，差评")]
    [InlineData("客服态度恶劣，钱也不退，再也不买了")]
    [InlineData("质量一点也不好，用了两天就坏了")]
    [InlineData("外观不错，但是电池太差，三天就坏了，很失望")]
    [InlineData("又踩雷了，纯纯智商税")]
    [InlineData("手机丢了[泪][泪]")]
    [InlineData("Do not buy this, it broke after two days")]
    [InlineData("The food was not good and the waiter was rude")]
    [InlineData("Waste of money. Never again.")]
    [InlineData("My account got hacked and support ignores me :(")]
    [InlineData("這家店太差了，東西又貴又難吃")]
    public void Complaints_are_negative(string text) => Assert.Equal(Sentiment.Negative, Score(text).Sentiment);

    [Theory]
    [InlineData("双方将于明日举行第二轮谈判")]
    [InlineData("该公司成立于1998年，总部设在杭州")]
    [InlineData("第二批设备下月由海路运往六个国家")]
    [InlineData("本市三条公交线路下周起调整站点")]
    [InlineData("The store opens at nine and closes at six")]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("12345")]
    public void Facts_are_neutral(string text) => Assert.Equal(Sentiment.Neutral, Score(text).Sentiment);

    /// <summary>Real titles, by the beginning of their SHA-256.</summary>
    [Theory]
    [InlineData("sha256:52ca4d222d7ee896")]
    [InlineData("sha256:68f2a472b281c636")]
    public void Headlines_that_state_facts_are_neutral(string hash)
    {
        if (!Directory.Exists(Repository.Data))
            Assert.Skip($"The given data is not at {Repository.Data}.");
        Assert.Equal(Sentiment.Neutral, Score(RealTitles.Of(hash)).Sentiment);
    }

    [Fact]
    public void A_negation_turns_the_score()
    {
        Assert.True(Score("味道好").Score > 0.3);
        Assert.True(Score("味道不好").Score < -0.3);
        Assert.True(Score("The staff is friendly").Score > 0.3);
        Assert.True(Score("The staff is not friendly").Score < -0.3);
    }

    [Fact]
    public void What_follows_a_contrast_counts_more()
    {
        Assert.True(
            Score("Nice screen, but the battery is terrible").Score
                < Score("The battery is terrible, but nice screen").Score
        );
    }

    [Fact]
    public void Width_script_case_and_invisible_characters_make_no_difference()
    {
        var plain = Score("质量很差，客服骗人。BAD!").Score;
        Assert.Equal(plain, Score("質量很差，客服騙人。bad!").Score, 6);
        Assert.Equal(plain, Score("质量很差，客服骗人。ＢＡＤ！").Score, 6);
        Assert.Equal(plain, Score("质\u200B量很差，客\u200D服骗人。BAD!").Score, 6);
    }

    [Fact]
    public void Addresses_and_names_say_nothing()
    {
        Assert.Equal(Score("Great phone").Score, Score("Great phone https://bad.example/terrible-awful").Score, 2);
        Assert.Equal(Score("味道好").Score, Score("@差评君 味道好").Score, 1);
    }

    [Fact]
    public void The_score_stays_between_minus_one_and_one_however_long_the_text()
    {
        Assert.InRange(Score(string.Concat(Enumerable.Repeat("垃圾！", 5000))).Score, -1, -0.8);
        Assert.InRange(Score(string.Concat(Enumerable.Repeat("完美！", 5000))).Score, 0.8, 1);
        Assert.Equal(Sentiment.Neutral, Score(new string('\uD83D', 5000)).Sentiment);
    }

    [Fact]
    public void The_same_text_gives_the_same_score_on_every_thread()
    {
        string[] texts = ["质量很差", "love it", "送餐很快，味道不错", "broken again, thanks for nothing", "[泪] 累"];
        var expected = texts.Select(t => Score(t).Score).ToArray();
        Parallel.For(0, 2000, i => Assert.Equal(expected[i % texts.Length], Score(texts[i % texts.Length]).Score));
    }

    [Fact]
    public void The_weights_take_less_than_eight_megabytes()
    {
        var assembly = typeof(SentimentModel).Assembly;
        var bytes = assembly
            .GetManifestResourceNames()
            .Sum(n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                return stream.Length;
            });
        Assert.InRange(bytes, 1, 8 * 1024 * 1024);
    }
}
