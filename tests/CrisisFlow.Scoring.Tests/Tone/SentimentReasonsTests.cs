using CrisisFlow.Scoring.Tone;

namespace CrisisFlow.Scoring.Tests.Tone;

public sealed class SentimentReasonsTests
{
    [Theory]
    [InlineData("外观不错，但是电池太差，三天就坏了，很失望")]
    [InlineData("服務很好，環境優美，推薦！")]
    [InlineData("Great screen, terrible battery 😡 http://a.example/x and the staff was rude")]
    [InlineData("质\u200B量很差，ＢＡＤ！")]
    public void Reasons_stand_in_the_texts_own_order_and_words(string text)
    {
        var because = SentimentModel.Default.Score(text, explain: true).Because;
        Assert.NotEmpty(because);
        var end = 0;
        foreach (var reason in because)
        {
            Assert.True(
                reason.Start >= end,
                $"'{reason.Text}' begins at {reason.Start}, before the one in front of it ends at {end}."
            );
            Assert.Equal(reason.Text, text.Substring(reason.Start, reason.Text.Length));
            end = reason.Start + reason.Text.Length;
        }
    }

    [Fact]
    public void Reasons_name_what_decided()
    {
        var because = SentimentModel.Default.Score("外观漂亮，但是客服骗人", explain: true).Because;
        Assert.Contains(because, b => b.Text == "骗人" && b.Weight < 0);
        Assert.Contains(because, b => b.Text.Contains("漂亮", StringComparison.Ordinal) && b.Weight > 0);
    }

    [Fact]
    public void Without_being_asked_nothing_is_explained() =>
        Assert.Empty(SentimentModel.Default.Score("太差了").Because);

    [Fact]
    public void Explaining_does_not_change_the_score() =>
        Assert.Equal(
            SentimentModel.Default.Score("一般般，不推荐").Score,
            SentimentModel.Default.Score("一般般，不推荐", explain: true).Score
        );
}
