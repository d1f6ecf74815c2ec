using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Core.Tests.Mentions;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("http://n.example/1", "https://N.example/1/")]
    [InlineData("https://n.example/1", "https://www.n.example:443/1#comments")]
    [InlineData("https://n.example/1", "https://m.n.example/1?sid=7&utm_source=rss")]
    [InlineData("https://n.example/", "https://n.example/index.html?from=timeline")]
    [InlineData("https://n.example/a?id=1&page=2", "https://n.example/a?page=2&amp;id=1")]
    [InlineData("https://n.example/1", "https://n.example/1;jsessionid=0A1B?spm=a2.b3&t=1772500000123")]
    [InlineData("https://n.example/1", "https://n.example/(S(abc123))/1")]
    [InlineData("https://n.example/news/1.html", "https://n.example/news/1.amp.html")]
    [InlineData("https://n.example/news/1", "https://n.example/news/1/amp/")]
    [InlineData("https://n.example/news/1", "https://n-example.cdn.ampproject.org/c/s/n.example/news/1")]
    [InlineData("https://n.example/news/1", "https://www.google.com/url?rct=j&url=https://n.example/news/1&ct=ga")]
    [InlineData("https://n.example/1", "https://n.example/1?1772500000")]
    [InlineData("https://baijiahao.baidu.com/s?id=17", "https://baijiahao.baidu.com/s?id=17&wfr=spider&for=pc")]
    [InlineData("https://n.example/新闻/1", "https://n.example/%E6%96%B0%E9%97%BB/1")]
    public void Links_to_one_page_are_one_address(string one, string other) =>
        Assert.Equal(PageAddress.Of(one), PageAddress.Of(other));

    [Theory]
    [InlineData("https://n.example/1", "https://n.example/2")]
    [InlineData("https://n.example/?p=1", "https://n.example/?p=2")]
    [InlineData("https://n.example/1", "https://o.example/1")]
    [InlineData("https://n.example/viewtopic.php?t=12", "https://n.example/viewtopic.php?t=13")]
    [InlineData("https://n.example/#/news/1", "https://n.example/#/news/2")]
    [InlineData("https://n.example/a/Bc", "https://n.example/a/bC")]
    [InlineData("https://n.example:8080/1", "https://n.example/1")]
    [InlineData("https://a.com/1", "https://m.com/1")]
    public void Links_to_two_pages_are_two_addresses(string one, string other) =>
        Assert.NotEqual(PageAddress.Of(one), PageAddress.Of(other));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("urn:1")]
    [InlineData("ftp://n.example/1")]
    [InlineData("n.example/1")]
    public void What_is_no_web_address_is_none(string? link) => Assert.Null(PageAddress.Of(link));
}
