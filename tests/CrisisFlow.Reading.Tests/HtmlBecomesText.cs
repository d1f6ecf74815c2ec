using CrisisFlow.Reading.Markup;
using CrisisFlow.Testing.Clock;

namespace CrisisFlow.Reading.Tests;

public sealed class HtmlBecomesText
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("  two   blanks\t and\u00a0more ", "two blanks and more")]
    [InlineData("a<b>b</b>c", "abc")]
    [InlineData("<p>one</p><p>two<br>three</p>", "one\ntwo\nthree")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "a\nb")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "a b")]
    [InlineData("AT&amp;T &lt;b&gt; &nbsp;&hellip; &#20013;&#x6587; &bogus; &", "AT&T <b> … 中文 &bogus; &")]
    [InlineData("5 < 6 and 7 > 6", "5 < 6 and 7 > 6")]
    [InlineData("<script>alert(1)</script>a<style>b{}</style>", "a")]
    [InlineData("a<script>never closed", "a")]
    [InlineData("a<!-- <b>x</b> -->b", "ab")]
    [InlineData("太差了<img alt=\"[怒]\" src=x onerror=alert(1)>！", "太差了[怒]！")]
    [InlineData("<a title=\"x > y\" href='/'>link</a>", "link")]
    [InlineData("a<![CDATA[b]]>", "ab")]
    [InlineData("<![CDATA[<p>one</p><p>two</p>]]>", "one\ntwo")]
    [InlineData("<", "<")]
    [InlineData("a<b", "a")]
    [InlineData("😀<b>👍🏽</b>", "😀👍🏽")]
    [InlineData("", "")]
    public void Text_is_what_a_reader_sees(string html, string text) => Assert.Equal(text, HtmlToText.ToText(html));

    [Theory]
    [InlineData("<!-->shown", "shown")]
    [InlineData("a<!-- x --!>b", "ab")]
    [InlineData("<script><!--<script>x</script>--></script>a", "a")]
    [InlineData("&copy 2026 AT&T &notit;", "© 2026 AT&T ¬it;")]
    [InlineData("&#0; &#xD800; &#xFFFF; &#128;", "\uFFFD \uFFFD \uFFFD €")]
    [InlineData("<textarea><b></textarea>a", "a")]
    [InlineData("<svg><title>x</svg>a", "a")]
    [InlineData("<object>x<object>y</object>z</object>a", "a")]
    [InlineData("<img alt=a alt=b>", "a")]
    [InlineData("<xmp>1 <b> 2</xmp>", "1 <b> 2")]
    [InlineData("</br>a</ b>c", "ac")]
    public void Odd_markup_is_read_as_the_standard_says(string html, string text) =>
        Assert.Equal(text, HtmlToText.ToText(html));

    [Theory]
    [InlineData("a<iframe src=\"x\" /> b", "a b")]
    [InlineData("<script src='x'/>a", "a")]
    [InlineData("<html><head><title>t</title><body>a", "a")]
    [InlineData("<head><title>t</title><p>a", "a")]
    [InlineData("<head>x</head><p>a", "a")]
    public void XHTML_and_left_out_end_tags_lose_no_text(string html, string text) =>
        Assert.Equal(text, HtmlToText.ToText(html));

    [Theory]
    [InlineData("<")]
    [InlineData("<a>")]
    [InlineData("<div>")]
    [InlineData("<object>")]
    [InlineData("&a")]
    [InlineData("&#1")]
    [InlineData("<a b c ")]
    [InlineData("<![CDATA[")]
    [InlineData("<script><!--<script>")]
    [InlineData("<p><a>")]
    [InlineData("<table><b>")]
    [InlineData("<script ")]
    [InlineData("<a href=\"")]
    [InlineData("&")]
    [InlineData("<!--")]
    [InlineData("</p")]
    public void Time_grows_with_length_and_with_nothing_else(string part) =>
        Takes.LinearTime(
            1_000_000,
            length =>
            {
                var html = string.Concat(Enumerable.Repeat(part, length / part.Length));
                return () => HtmlToText.ToText(html);
            }
        );
}
