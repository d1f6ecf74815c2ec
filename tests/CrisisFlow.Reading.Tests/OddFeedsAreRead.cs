using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Documents;
using CrisisFlow.Reading.Markup;

namespace CrisisFlow.Reading.Tests;

/// <summary>Habits of feeds in the wild that no specification names.</summary>
public sealed class OddFeedsAreRead
{
    [Theory]
    [InlineData("Lin Mei (lin@shop.example)", "Lin Mei")]
    [InlineData("lin@shop.example (Lin Mei)", "Lin Mei")]
    [InlineData("Lin Mei (mailto:lin@shop.example)", "Lin Mei")]
    [InlineData("Lin Mei &lt;lin@shop.example&gt;", "Lin Mei")]
    [InlineData("lin@shop.example", "lin@shop.example")]
    public void An_author_is_the_name_wherever_the_address_stands(string given, string name) =>
        Assert.Equal(name, Rss($"<item><title>a</title><author>{given}</author></item>").Items[0].Author);

    [Theory]
    [InlineData("<body><p>All of it</p></body>")]
    [InlineData("<body xmlns='http://www.w3.org/1999/xhtml'><p>All of it</p></body>")]
    public void The_body_of_an_item_is_its_text(string body) =>
        Assert.Equal("All of it", HtmlToText.Text(Rss($"<item><title>a</title>{body}</item>").Items[0]));

    [Fact]
    public void An_item_without_author_has_the_channels_author() =>
        Assert.Equal("Desk", Rss("<dc:creator>Desk</dc:creator><item><title>a</title></item>").Items[0].Author);

    [Fact]
    public void Several_authors_are_named_once_each()
    {
        var document = Read(
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>a</title><author><name>A</name></author>"
                + "<author><name>B</name></author><author><name>A</name></author></entry></feed>"
        );
        Assert.Equal("A, B", document.Items[0].Author);
    }

    [Fact]
    public void A_json_author_may_be_an_object_where_a_list_belongs()
    {
        var document = Read(
            """{"version":"https://jsonfeed.org/version/1.1","items":["""
                + """{"id":"1","content_text":"x","authors":{"name":"A"}},"""
                + """{"id":"2","content_text":"y","authors":[{"name":"B"},{"name":"B"}]}]}"""
        );
        Assert.Equal(["A", "B"], document.Items.Select(static item => item.Author));
    }

    [Fact]
    public void A_feedburner_item_links_to_the_original_page() =>
        Assert.Equal(
            "https://shop.example/a",
            Rss(
                "<item><link>https://feeds.example/~r/a</link><feedburner:origLink "
                    + "xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>"
                    + "https://shop.example/a</feedburner:origLink></item>"
            )
                .Items[0]
                .Link
        );

    [Theory]
    [InlineData(null, "/a?b=1", "https://shop.example/a?b=1")]
    [InlineData(null, "//cdn.example/a", "https://cdn.example/a")]
    [InlineData("http://feeds.example/rss", "/a", "http://feeds.example/a")]
    [InlineData("http://feeds.example/rss", "//cdn.example/a", "http://cdn.example/a")]
    public void A_relative_link_belongs_to_the_documents_address_else_to_the_site(
        string? address,
        string given,
        string link
    ) =>
        Assert.Equal(
            link,
            Rss($"<link>https://shop.example/news/</link><item><link>{given}</link></item>", address).Items[0].Link
        );

    [Theory]
    [InlineData("don&#146;t &#x93;buy&#148;")]
    [InlineData("don\u0092t \u0093buy\u0094")]
    public void Control_characters_are_the_windows_characters_meant_by_them(string given)
    {
        var item = Rss($"<item><title>{given}</title></item>").Items[0];
        Assert.Equal("don’t “buy”", item.Title);
    }

    [Theory]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'/>", "")]
    [InlineData("\n  <div xmlns='http://www.w3.org/1999/xhtml'> </div>\n", "")]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'>a<br/></div>", "a<br />")]
    public void An_empty_div_is_no_title(string inside, string title) =>
        Assert.Equal(
            title,
            Read(
                $"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='xhtml'>{inside}</title></entry></feed>"
            )
                .Items[0]
                .Title
        );

    private static Document Rss(string inside, string? address = null) =>
        Read(
            $"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>{inside}</channel></rss>",
            address
        );

    private static Document Read(string text, string? address = null) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(text), new ReadOptions { BaseUrl = address });
}
