using CrisisFlow.Core.Folding;

namespace CrisisFlow.Core.Tests.Folding;

public sealed class TextCutTests
{
    [Theory]
    [InlineData("", 1, "")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab🔥", 4, "ab🔥")]
    [InlineData("ab🔥d", 4, "ab🔥")]
    [InlineData("ab🔥d", 3, "ab")]
    [InlineData("🔥", 1, "")]
    public void A_text_is_cut_to_a_length_but_never_within_a_character(string text, int limit, string cut)
    {
        Assert.Equal(cut, TextCut.To(text, limit));
        Assert.Equal(cut.Length, TextCut.Fitting(text, limit));
    }
}
