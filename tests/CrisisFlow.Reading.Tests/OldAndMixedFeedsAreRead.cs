using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Documents;

namespace CrisisFlow.Reading.Tests;

/// <summary>Formats nobody writes any more, and feeds that mix the words of several.</summary>
public sealed class OldAndMixedFeedsAreRead
{
    private const string Atom = "xmlns='http://www.w3.org/2005/Atom' xmlns:dc='http://purl.org/dc/elements/1.1/'";
    private const string Rss =
        "version='2.0' xmlns:atom='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'";

    [Fact]
    public void A_channel_of_CDF_keeps_links_and_dates_in_attributes()
    {
        var document = Read(
            "<?xml version='1.0'?><CHANNEL HREF='https://shop.example/'><TITLE>Shop</TITLE><ITEM HREF='news/1' "
                + "LASTMOD='1998-11-05T22:12+0800'><TITLE>Recall</TITLE><ABSTRACT>Kettles go "
                + "back.</ABSTRACT></ITEM></CHANNEL>"
        );
        Assert.Equal(("Shop", "https://shop.example/"), (document.Title, document.Link));
        var item = Assert.Single(document.Items);
        Assert.Equal(("Recall", "https://shop.example/news/1", "Kettles go back."), (item.Title, item.Link, item.Text));
        Assert.Equal(
            DateTimeOffset.Parse("1998-11-05T14:12Z", System.Globalization.CultureInfo.InvariantCulture),
            item.Published
        );
    }

    [Theory]
    [InlineData(
        $"<feed {Atom}><link rel='self' href='https://shop.example/blog/feed'/><link "
            + "href='.'/><entry><title>a</title><link href='a'/></entry></feed>"
    )]
    [InlineData(
        $"<rss {Rss}><channel><atom:link rel='self' "
            + "href='https://shop.example/blog/feed'/>"
            + "<link>.</link><item><title>a</title><link>a</link></item></channel></rss>"
    )]
    [InlineData(
        """{"version":"https://jsonfeed.org/version/1.1","feed_url":"https://shop.example/blog/feed","""
            + """ "home_page_url":".","items":[{"id":"1","title":"a","url":"a"}]}"""
    )]
    public void A_relative_link_belongs_to_the_address_a_feed_gives_as_its_own(string text)
    {
        var document = Read(text);
        Assert.Equal(
            ("https://shop.example/blog/", "https://shop.example/blog/a"),
            (document.Link, document.Items[0].Link)
        );
    }

    [Theory]
    [InlineData("<author><name>A</name></author><dc:creator>C</dc:creator><author><name>B</name></author>", "A, B")]
    [InlineData("<dc:creator>C</dc:creator><dc:creator>D</dc:creator>", "C, D")]
    public void Dublin_Core_names_the_author_only_where_Atom_does_not(string authors, string expected)
    {
        Assert.Equal(expected, Read($"<feed {Atom}><entry><title>a</title>{authors}</entry></feed>").Items[0].Author);
        Assert.Equal(expected, Read($"<feed {Atom}>{authors}<entry><title>a</title></entry></feed>").Items[0].Author);
    }

    [Fact]
    public void A_media_group_speaks_for_an_item_that_says_nothing_itself()
    {
        const string Group =
            "<media:group><media:title>Unboxing</media:title><media:description>It "
            + "smokes.</media:description></media:group>";
        var document = Read(
            $"<rss {Rss}><channel><item>{Group}</item><item><title>Own</title>{Group}"
                + "<description>words</description></item></channel></rss>"
        );
        Assert.Equal(
            ["Unboxing: It smokes.", "Own: words"],
            document.Items.Select(static item => $"{item.Title}: {item.Text}")
        );
    }

    [Theory]
    [InlineData("text/html", "<a href=\"https://shop.example/x\">x</a>", true)]
    [InlineData("text/plain", "<a href=\"/x\">x</a>", false)]
    public void A_link_inside_base64_is_made_absolute_where_it_is_markup(string type, string text, bool markup)
    {
        var content = Convert.ToBase64String("<a href=\"/x\">x</a>"u8);
        var item = Read(
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#' "
                + $"xml:base='https://shop.example/'><entry><title>a</title><content type='{type}' "
                + $"mode='base64'>{content}</content></entry></feed>"
        ).Items[0];
        Assert.Equal((text, markup), (item.Text, item.TextIsMarkup));
    }

    private static Document Read(string text) => DocumentReader.Read(Encoding.UTF8.GetBytes(text), new ReadOptions());
}
