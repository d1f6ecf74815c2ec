using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Queries;

namespace CrisisFlow.Core.Tests.Queries;

public sealed class TopicQueryTests
{
    [Theory]
    [InlineData("星巴克", "网红星巴克门店", true)]
    [InlineData("星巴克", "星 巴克", false)]
    [InlineData("HM", "HM道歉", true)]
    [InlineData("HM", "抵制HM的新疆棉声明", true)]
    [InlineData("HM", "HMS Core", false)]
    [InlineData("HM", "OHM is a unit", false)]
    [InlineData("H&M", "h&m致歉", true)]
    [InlineData("H&M", "H&MS", false)]
    [InlineData("H&M", "Ｈ＆Ｍ回应", true)]
    [InlineData("apple", "pineapple juice", false)]
    [InlineData("apple", "Apple's new phone", true)]
    [InlineData("recall*", "Recalled cars", true)]
    [InlineData("recall*", "a precall", false)]
    [InlineData("recall", "Recalled cars", false)]
    [InlineData("回应*", "官方回应了", true)]
    [InlineData("欧莱雅 OR L'Oreal", "L’Oréal apologises", true)]
    [InlineData("蘋果", "苹果发布会", true)]
    [InlineData("苹果", "蘋果發佈會", true)]
    [InlineData("star bucks", "bucks of a star", true)]
    [InlineData("\"star bucks\"", "bucks of a star", false)]
    [InlineData("\"star  bucks\"", "a Star\n Bucks shop", true)]
    [InlineData("15", "iphone15pro", false)]
    [InlineData("15", "涨价15%", true)]
    [InlineData("😡", "气死了😡", true)]
    [InlineData("\"AND\"", "this and that", true)]
    [InlineData("and", "this and that", true)]
    public void Words_and_phrases_are_found_as_a_reader_would(string query, string text, bool matches) =>
        AssertMatches(query, text, matches);

    [Theory]
    [InlineData("SU7", "小米SU7Ultra刹车失灵", true)]
    [InlineData("SU7", "SU7Max起火", true)]
    [InlineData("iPhone", "iPhone16Pro发热", true)]
    [InlineData("iPhone", "全新iPhone16e", true)]
    [InlineData("小米15", "小米15Pro起火", true)]
    [InlineData("小米15", "小米15Ultra2025", true)]
    [InlineData("\"Redmi Note 13\"", "Redmi Note 13Pro", true)]
    [InlineData("iPad", "iPadPro弯了", true)]
    [InlineData("Mate60", "华为Mate60Pro", true)]
    [InlineData("华为Mate", "华为Mate60Pro", true)]
    [InlineData("SU7", "SU70", false)]
    [InlineData("小米15", "小米150台", false)]
    [InlineData("iPhone1", "iPhone16Pro", false)]
    [InlineData("Mi", "Mini Cooper", false)]
    [InlineData("go", "google", false)]
    [InlineData("go", "GoPro", false)]
    [InlineData("HM", "HMPro", false)]
    [InlineData("B2", "B2B平台", false)]
    [InlineData("15", "15Pro", false)]
    [InlineData("小米15", "小米15kg装", false)]
    [InlineData("SU7", "YSU7", false)]
    public void A_model_written_onto_a_name_is_the_same_product_and_another_word_is_not(
        string query,
        string text,
        bool matches
    ) => AssertMatches(query, text, matches);

    [Theory]
    [InlineData("a AND b", "a b", true)]
    [InlineData("a AND b", "a c", false)]
    [InlineData("a b", "a c", false)]
    [InlineData("a OR b", "b", true)]
    [InlineData("a OR b c", "a", true)]
    [InlineData("(a OR b) c", "a", false)]
    [InlineData("(a OR b) c", "a c", true)]
    [InlineData("a NOT b", "a b", false)]
    [InlineData("a -b", "a c", true)]
    [InlineData("a -\"b c\"", "a b c", false)]
    [InlineData("a -(b OR c)", "a c", false)]
    [InlineData("a NOT NOT b", "a b", true)]
    [InlineData("a|b", "b", true)]
    [InlineData("（苹果　ＯＲ　华为）　ＮＯＴ　水果", "华为发布会", true)]
    [InlineData("（苹果　ＯＲ　华为）　ＮＯＴ　水果", "苹果是水果", false)]
    [InlineData("“新款 手机”｜「降价」", "全线降价", true)]
    [InlineData("e-commerce", "the e-commerce giant", true)]
    public void Operators_bind_not_then_and_then_or(string query, string text, bool matches) =>
        AssertMatches(query, text, matches);

    [Theory]
    [InlineData("星巴克 a)", "column 6: a closing parenthesis without an opening one")]
    [InlineData("(a OR b", "column 1: this parenthesis is never closed")]
    [InlineData("a AND", "column 3: AND needs a word after it")]
    [InlineData("OR a", "column 1: OR needs a word before it")]
    [InlineData("a AND OR b", "column 3: AND needs a word after it|column 7: OR needs a word before it")]
    [InlineData("a NOT", "column 3: NOT needs a word after it")]
    [InlineData("a \"b c", "column 3: this quotation mark is never closed")]
    [InlineData("a \" \"", "column 3: there is nothing between these quotation marks")]
    [InlineData("a ()", "column 3: there is nothing between these parentheses")]
    [InlineData("a b*c", "column 4: * is only allowed at the end of a word")]
    [InlineData("a *", "column 3: * needs the beginning of a word before it")]
    [InlineData("", "column 1: the query is empty")]
    [InlineData("　 ", "column 1: the query is empty")]
    [InlineData(
        "NOT a",
        "column 1: this matches texts that hold none of its words; ask for at least one word that must be there"
    )]
    [InlineData(
        "a OR NOT b",
        "column 1: this matches texts that hold none of its words; ask for at least one word that must be there"
    )]
    [InlineData("😡😡 )", "column 4: a closing parenthesis without an opening one")]
    [InlineData(
        "） （a",
        "column 1: a closing parenthesis without an opening one|column 3: this parenthesis is never closed"
    )]
    public void Every_error_points_at_its_column(string query, string errors) =>
        Assert.Equal(errors, string.Join('|', Assert.IsType<QueryReading.Invalid>(TopicQuery.Parse(query)).Errors));

    [Fact]
    public void What_is_too_long_or_too_deep_is_refused()
    {
        Assert.Equal("column 8001: the query has 9000 characters; the limit is 8000", OnlyError(new string('a', 9000)));
        Assert.Equal(
            "column 1: this word or phrase has 101 characters; the limit is 100",
            OnlyError(new string('a', 101))
        );
        Assert.Equal(
            "column 51: more than 50 levels of parentheses and NOT",
            OnlyError(new string('(', 3000) + "a" + new string(')', 3000)).Split('|')[^1]
        );
    }

    [Fact]
    public void Reading_never_throws_and_never_ends_without_an_answer()
    {
        string[] pieces = ["a", "(", ")", "AND", "OR", "NOT", "\"", "*", "-", "|", " ", "中", "－", "（"];
        var state = 7u;
        for (var n = 0; n < 20_000; n++)
        {
            var query = "";
            for (var i = 0; i < 10; i++)
                query += pieces[(state = state * 1664525 + 1013904223) / 65536 % pieces.Length];
            if (TopicQuery.Parse(query) is QueryReading.Invalid invalid)
                Assert.NotEmpty(invalid.Errors);
        }
    }

    private static string OnlyError(string query) =>
        string.Join('|', Assert.IsType<QueryReading.Invalid>(TopicQuery.Parse(query)).Errors.Reverse().Take(1));

    private static void AssertMatches(string query, string text, bool matches)
    {
        var valid = Assert.IsType<QueryReading.Valid>(TopicQuery.Parse(query)).Query;
        var folded = TextFolding.FoldForMatching(TextFolding.Normalize(text));
        Assert.Equal(matches, valid.Matches(folded));
        Assert.Equal(matches ? [0] : [], new TopicMatcher([valid]).Match(folded));
    }
}
