using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Markup;
using CrisisFlow.Reading.Pushed;

namespace CrisisFlow.Reading.Tests;

public sealed class PushedMentions
{
    private const string NoBody =
        "The body must be a JSON object, an array of objects, one object per line, or CSV with a title or text column.";

    private const string One =
        """{"id":"7","ts":1772352000,"title":"标题","text":"a < b","url":"https://example.com/7","""
        + """ "source":"weibo","rank":3,"likes":"1,200","reposts":2,"comments":3,"""
        + """ "followers":"1.2万","author":"Ann","parent":"6"}""";

    [Theory]
    [InlineData(One, 1)]
    [InlineData("[" + One + "," + One + "]", 2)]
    [InlineData(One + "\n" + One + "\r\n\n" + One, 3)]
    public void One_object_an_array_and_lines_are_taken(string body, int count)
    {
        var result = Read(body);
        Assert.Empty(result.Problems);
        Assert.Equal(count, result.Items.Count);
        var item = result.Items[^1];
        Assert.Equal(("7", "标题", "a < b", "https://example.com/7"), (item.Id, item.Title, item.Text, item.Link));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), item.Published);
        Assert.Equal(
            (3, new Engagement(1200, 2, 3), 12_000, "Ann", "6", "weibo"),
            (item.Rank, item.Engagement, item.Followers, item.Author, item.Parent, item.Source)
        );
        Assert.Equal("a < b", HtmlToText.Text(item));
    }

    [Fact]
    public void One_bad_item_costs_no_other_and_each_problem_names_its_place()
    {
        var result = Read(
            """[{"title":"a","likes":-1,"ts":"gestern","url":"javascript:x"},5,{"ts":1772352000},{"title":"b"}]"""
        );
        Assert.Equal(["a", "b"], result.Items.Select(static item => item.Title));
        Assert.Equal(
            [
                "Item 1: url 'javascript:x' is no http or https address; it was left out.",
                "Item 1: ts 'gestern' is no time; it was left out.",
                "Item 1: likes '-1' is no count of 0 or more; it was left out.",
                "Item 2 is no JSON object; it was left out.",
                "Item 3: title is missing and so is text; the item was left out.",
            ],
            result.Problems.Select(static problem => problem.Message)
        );
    }

    [Fact]
    public void CSV_is_taken_and_a_row_that_is_no_item_is_counted()
    {
        var result = Read("title,ts,category\n果园记很甜,1772352000,forum\n,1772352000,forum\n\"a, b\",,rumour\n");
        Assert.Equal(["果园记很甜", "a, b"], result.Items.Select(static item => item.Title));
        Assert.Equal((SourceCategory.Forum, null), (result.Items[0].Category, result.Items[1].Category));
        Assert.Equal(1, result.LeftOut);
        Assert.Contains(
            "Line 4: category 'rumour' is not one of hotList, news, social, forum, review, support; it was left out.",
            result.Problems.Select(static problem => problem.Message)
        );
    }

    [Fact]
    public void Plain_text_that_is_HTML_is_told_and_read_without_its_tags()
    {
        var result = Read(
            """[{"title":"果园记 <img src=\"https://x.example/battery-explosion-fire.jpg\"> 上新"},{"title":"a < b"}]"""
        );
        Assert.Equal("果园记 上新", HtmlToText.Title(result.Items[0]));
        Assert.Equal("a < b", HtmlToText.Title(result.Items[1]));
        Assert.Equal(
            "Item 1: the text is HTML where plain text is promised; its tags were left out.",
            Assert.Single(result.Problems).Message
        );
    }

    [Fact]
    public void A_broken_line_costs_no_other()
    {
        var result = Read(
            """
            {"title":"a"}
            {"title":
            {"title":"c"}
            """
        );
        Assert.Equal(["a", "c"], result.Items.Select(static item => item.Title));
        Assert.Equal(
            ("line 2, column 10", "Line 2 is no JSON object; it was left out."),
            (result.Problems[0].Place, result.Problems[0].Message)
        );
    }

    [Theory]
    [InlineData("", "The body is empty.")]
    [InlineData("title=a", NoBody)]
    [InlineData("[{\"title\":\"a\"}", NoBody)]
    public void What_is_no_body_is_refused(string body, string message)
    {
        var result = Read(body);
        Assert.True(result.Refused);
        Assert.Equal(message, Assert.Single(result.Problems).Message);
    }

    [Fact]
    public void Limits_are_told()
    {
        Assert.Equal(
            "The body has more than 4194304 bytes.",
            Assert.Single(MentionBody.Read(new byte[MentionBody.BytesLimit + 1], "push").Problems).Message
        );
        var many = Read("[" + string.Join(',', Enumerable.Repeat("{\"title\":\"a\"}", 5001)) + "]");
        Assert.Equal(5000, many.Items.Count);
        Assert.Equal("The document has 5001 items; the first 5000 were kept.", Assert.Single(many.Problems).Message);
    }

    private static MentionBodyResult Read(string body) => MentionBody.Read(Encoding.UTF8.GetBytes(body), "push");
}
