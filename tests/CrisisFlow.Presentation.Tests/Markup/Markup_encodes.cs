using CrisisFlow.Presentation.Markup;

namespace CrisisFlow.Presentation.Tests.Markup;

public sealed class Markup_encodes
{
    [Fact]
    public void Markup_encodes_every_value_and_no_literal()
    {
        var value = "<&\"'>";
        Assert.Equal(
            "<p title=\"&lt;&amp;&quot;&#39;&gt;\">&lt;&amp;&quot;&#39;&gt;</p>",
            Html.Of($"<p title=\"{value}\">{value}</p>").ToString()
        );
    }

    [Fact]
    public void Markup_encodes_content_from_outside_within_an_isolation() =>
        Assert.Equal("<bdi>\u202eabc</bdi>", Html.Outside("\u202eabc").ToString());

    [Theory]
    [InlineData("https://news.example/a?x=1&y=2", "https://news.example/a?x=1&amp;y=2")]
    [InlineData("http://新闻.example/", "http://新闻.example/")]
    public void Markup_encodes_addresses_of_the_web_as_links(string address, string href)
    {
        var link = Html.OutsideLink(address, "text").ToString();
        Assert.StartsWith("<a href=\"" + href, link);
        Assert.Contains("rel=\"noreferrer noopener\"", link);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:msgbox(1)")]
    [InlineData("//evil.example/")]
    [InlineData("/relative")]
    [InlineData("https:\\\\evil.example")]
    [InlineData("https://user:secret@evil.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    [InlineData("http://evil.example/\u0000")]
    public void Markup_encodes_every_other_address_as_text(string address) =>
        Assert.DoesNotContain("<a ", Html.OutsideLink(address, "text").ToString());

    [Fact]
    public void Markup_encodes_lone_surrogates_and_controls_as_marks() =>
        Assert.Equal("a\ufffdb\ufffdc\ufffd\n", Html.Text("a\ud800b\u0000c\u009f\r\n").ToString());
}
