using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Documents;
using CrisisFlow.Testing.Clock;

namespace CrisisFlow.Reading.Tests;

public sealed class BrokenFeedsAreRead
{
    [Theory]
    [InlineData(
        "<rss><channel><item><title>a&nbsp;b &hellip; &copy; &bogus; & c</title></item></channel></rss>",
        "a\u00a0b … © &bogus; & c"
    )]
    [InlineData("<rss><channel><item><title>a</titel><link>http://example.com/</link></item></channel></rss>", "a")]
    [InlineData("<rss><channel><item><title>a<link>http://example.com/</link></item></channel></rss>", "a")]
    [InlineData("<rss><channel><item><foo:bar>x</foo:bar><title>a</title></item></channel></rss>", "a")]
    [InlineData("<rss><channel><item><title>a\u0001b</title></item></channel></rss>", "ab")]
    [InlineData(
        "Warning: something\n<br />\n<b>Notice</b>: x in y\n<?xml "
            + "version=\"1.0\"?><rss><channel><item><title>a</title></item></channel></rss>",
        "a"
    )]
    [InlineData("<rss><channel><item><title>a</title></item></channel></rss>\n<!-- x --><p>more</p>", "a")]
    [InlineData("<rss><channel><item><title>a</title><description>x <b>y</description></item></channel></rss>", "a")]
    [InlineData("<rss><channel><item><title>a</title><guid isPermaLink=false>1</guid></item></channel></rss>", "a")]
    [InlineData("<rss><channel><item><title>a</title></item>", "a")]
    [InlineData(
        "<!DOCTYPE rss [<!ENTITY x \"y\">]><rss><channel><item><title>&x;</title></item></channel></rss>",
        "&x;"
    )]
    public void What_is_broken_is_read_as_far_as_it_goes(string text, string title)
    {
        var document = Read(text);
        Assert.Equal(title, Assert.Single(document.Items).Title);
        var problem = document.Problems[0];
        Assert.Equal(ReadProblemKind.Malformed, problem.Kind);
        Assert.StartsWith("The XML is not well-formed: ", problem.Message);
        Assert.Matches(@"^line \d+, column \d+$", problem.Place);
    }

    [Fact]
    public void An_item_that_is_not_closed_ends_where_the_next_begins()
    {
        var document = Read("<rss><channel><item><title>a</title><item><title>b</title></item></channel></rss>");
        Assert.Equal(["a", "b"], document.Items.Select(static item => item.Title));
    }

    [Fact]
    public void Complete_items_of_a_truncated_document_are_kept()
    {
        var document = Read(
            "<rss><channel><item><title>a</title></item>\n<item><title>b</title></item>\n<item><title>c</ti"
        );
        Assert.Equal(["a", "b"], document.Items.Select(static item => item.Title));
        Assert.Contains(
            document.Problems,
            static problem =>
                problem
                    is {
                        Kind: ReadProblemKind.Truncated,
                        Place: "line 3, column 1",
                        Message: "Item 3 is cut off; it was left out."
                    }
        );
    }

    [Fact]
    public void Complete_items_of_truncated_json_are_kept()
    {
        var document = Read(
            """{"version":"https://jsonfeed.org/version/1.1","title":"t","items":["""
                + """{"id":"1","content_text":"a","authors":[{"name":"x"}]},"""
                + """{"id":"2","authors":[{"name":"y"}],"content_te"""
        );
        Assert.Equal("1", Assert.Single(document.Items).Id);
        Assert.Equal(
            "The JSON ends too early; the complete items were kept.",
            Assert.Single(document.Problems).Message
        );
    }

    [Fact]
    public void One_bad_date_costs_no_item()
    {
        var document = Read(
            "<rss><channel><item><title>a</title><pubDate>soon</pubDate></item><item><title>b</title><pubDate>Thu, "
                + "01 Jan 2004 19:48:21 GMT</pubDate></item></channel></rss>"
        );
        Assert.Null(document.Items[0].Published);
        Assert.NotNull(document.Items[1].Published);
        Assert.Equal(
            ("test", "line 1, column 38", "Item 1: pubDate 'soon' is no date; it was left out."),
            (document.Problems[0].Source, document.Problems[0].Place, document.Problems[0].Message)
        );
    }

    [Theory]
    [InlineData(
        "<note><to>x</to></note>",
        "The document is XML with the root element 'note', which is neither RSS, RDF nor Atom."
    )]
    [InlineData(
        "{\"a\":1}",
        "The document is JSON, but neither a JSON Feed nor a list of mentions; a source of its kind needs a mapping."
    )]
    [InlineData(
        "hello",
        "The document begins 'hello' and is neither RSS, Atom, JSON nor CSV with a title or text field."
    )]
    [InlineData("", "The document is empty; a source that has nothing to say sends a document without items.")]
    [InlineData("{", "The JSON is malformed here, before the first item.")]
    public void What_is_no_document_is_told(string text, string message)
    {
        var document = Read(text);
        Assert.False(document.Readable);
        Assert.Equal(message, document.Problems[^1].Message);
    }

    [Fact]
    public void Hostile_documents_cost_little() =>
        Takes.AtMost(
            TimeSpan.FromSeconds(5),
            static () =>
            {
                var laughs =
                    "<!DOCTYPE lolz [<!ENTITY lol \"lol\">"
                    + string.Concat(
                        Enumerable
                            .Range(1, 9)
                            .Select(static i =>
                                $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">"
                            )
                    )
                    + "]><rss><channel><item><title>&lol9;</title></item></channel></rss>";
                Assert.Equal("&lol9;", Assert.Single(Read(laughs).Items).Title);
                Assert.Equal(
                    "a",
                    Assert
                        .Single(
                            Read(
                                "<!DOCTYPE rss SYSTEM \"http://10.0.0.1/x.dtd\">"
                                    + "<rss><channel><item><title>a</title></item></channel></rss>"
                            ).Items
                        )
                        .Title
                );
                Assert.Contains(
                    Read(
                        "<rss><channel><item><title>a</title></item>"
                            + string.Concat(Enumerable.Repeat("<x>", 1_000_000))
                    ).Problems,
                    static problem =>
                        problem.Message == "Elements are nested deeper than 64; deeper levels were left out."
                );
                Assert.Contains(
                    Read(
                        "<rss><channel><item "
                            + string.Concat(Enumerable.Range(0, 200_000).Select(static i => $"a{i}=\"\" "))
                            + "><title>a</title></item></channel></rss>"
                    ).Problems,
                    static problem => problem.Kind == ReadProblemKind.Limit
                );
                var many = Read(
                    "<rss><channel>"
                        + string.Concat(Enumerable.Repeat("<item><title>a</title></item>", 100_000))
                        + "</channel></rss>"
                );
                Assert.Equal(
                    (2000, "The document has 100000 items; the first 2000 were kept."),
                    (many.Items.Count, many.Problems[^1].Message)
                );
                var lengthy = Read(
                    "<rss><channel><item><title>" + new string('a', 2_000_000) + "</title></item></channel></rss>"
                );
                Assert.Equal(1024 * 1024, Assert.Single(lengthy.Items).Title.Length);
            }
        );

    [Fact]
    public void Json_that_is_nested_too_deep_is_told() =>
        Assert.Equal(
            "The JSON is nested deeper than 64, and no item stands before.",
            Assert.Single(Read(new string('[', 100_000)).Problems).Message
        );

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    public void A_link_that_is_no_web_address_is_none(string link) =>
        Assert.Null(
            Assert
                .Single(Read($"<rss><channel><item><title>a</title><link>{link}</link></item></channel></rss>").Items)
                .Link
        );

    [Fact]
    public void A_line_break_that_nobody_closed_encloses_nothing() =>
        Assert.Equal(
            "x <br>y <img src=\"https://shop.example/1.png\">z",
            Read(
                "<rss><channel><item><title>a</title><description>x <br>y <img "
                    + "src='https://shop.example/1.png'>z</description></item></channel></rss>"
            )
                .Items[0]
                .Text
        );

    private static Document Read(string text) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(text), new ReadOptions { Source = "test" });
}
