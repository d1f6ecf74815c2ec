using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Documents;

namespace CrisisFlow.Reading.Tests;

public sealed class EncodingsAreRecognised
{
    private const string Simplified = "这个品牌的产品是不是有问题，我们要求他们给出说法";
    private const string Traditional = "這個品牌的產品是不是有問題，我們要求他們給出說法";

    static EncodingsAreRecognised() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "utf-8", null, Simplified)]
    [InlineData("gb2312", "gb18030", null, Simplified)]
    [InlineData("gbk", "gb18030", null, Simplified)]
    [InlineData("big5", "big5", null, Traditional)]
    [InlineData("utf-16", "utf-16", null, Simplified)]
    [InlineData("utf-16", "utf-16BE", null, Simplified)]
    [InlineData("utf-8", "utf-32", null, Simplified)]
    [InlineData("", "gb18030", "text/xml; charset=GBK", Simplified)]
    [InlineData("utf-8", "gb18030", "text/xml; charset=\"gb2312\"", Simplified)]
    [InlineData("", "big5", "application/xml;charset=Big5", Traditional)]
    [InlineData("iso-8859-1", "utf-8", null, Simplified)]
    [InlineData("utf-8", "utf-8", "text/xml; charset=iso-8859-1", Simplified)]
    [InlineData("windows-1252", "windows-1252", null, "Café – Crème")]
    [InlineData("iso-8859-1", "windows-1252", null, "Café – Crème")]
    [InlineData("windows-1251", "windows-1251", null, "Привет")]
    [InlineData("shift_jis", "shift_jis", null, "こんにちは")]
    [InlineData("euc-kr", "euc-kr", null, "안녕하세요")]
    [InlineData("iso-2022-jp", "iso-2022-jp", null, "こんにちは")]
    public void Declared_text_is_read_without_a_problem(string declared, string actual, string? header, string title)
    {
        foreach (var mark in new[] { true, false })
        {
            var encoding = Encoding.GetEncoding(actual);
            var bytes = encoding.GetBytes(Feed(title, declared));
            var document = Read(mark ? [.. encoding.GetPreamble(), .. bytes] : bytes, header);
            Assert.Empty(document.Problems);
            Assert.Equal(title, Assert.Single(document.Items).Title);
        }
    }

    [Theory]
    [InlineData(
        "utf-8",
        "gb18030",
        Simplified,
        "The document claims to be utf-8, which its bytes are not; it was read as GB18030."
    )]
    [InlineData(
        "",
        "gb18030",
        Simplified,
        "The document names no encoding and is not valid UTF-8; it was read as GB18030."
    )]
    [InlineData("", "big5", Traditional, "The document names no encoding and is not valid UTF-8; it was read as Big5.")]
    [InlineData(
        "",
        "windows-1252",
        "Café Crème und Ähnliches",
        "The document names no encoding and is not valid UTF-8; it was read as windows-1252."
    )]
    [InlineData(
        "utf-7",
        "utf-8",
        Simplified,
        "The encoding 'utf-7' in the declaration is unknown here or cannot be; it was ignored."
    )]
    [InlineData(
        "klingon",
        "utf-8",
        Simplified,
        "The encoding 'klingon' in the declaration is unknown here or cannot be; it was ignored."
    )]
    [InlineData(
        "iso-8859-1",
        "gb18030",
        Simplified + Simplified,
        "The document claims to be iso-8859-1, which its bytes are not; it was read as GB18030."
    )]
    [InlineData(
        "iso-8859-1",
        "big5",
        Traditional + Traditional,
        "The document claims to be iso-8859-1, which its bytes are not; it was read as Big5."
    )]
    [InlineData(
        "big5",
        "gb18030",
        Simplified + Simplified,
        "The document claims to be big5, which its bytes are not; it was read as GB18030."
    )]
    [InlineData(
        "gb2312",
        "big5",
        Traditional + Traditional,
        "The document claims to be gb2312, which its bytes are not; it was read as Big5."
    )]
    public void A_wrong_declaration_is_told_and_the_text_is_read(
        string declared,
        string actual,
        string title,
        string message
    )
    {
        var document = Read(Encoding.GetEncoding(actual).GetBytes(Feed(title, declared)), null);
        Assert.Equal(message, Assert.Single(document.Problems).Message);
        Assert.Equal(title, Assert.Single(document.Items).Title);
    }

    [Fact]
    public void A_bad_byte_in_UTF_8_costs_one_character()
    {
        var bytes = Encoding.UTF8.GetBytes(Feed(Simplified + "X" + Simplified, "utf-8"));
        bytes[Array.LastIndexOf(bytes, (byte)'X')] = 0xFF;
        var document = Read(bytes, null);
        Assert.Equal(
            "The document claims to be utf-8, which its bytes are not; it was read as UTF-8 with the bad "
                + "bytes replaced.",
            Assert.Single(document.Problems).Message
        );
        Assert.Equal(Simplified + "\uFFFD" + Simplified, Assert.Single(document.Items).Title);
    }

    [Fact]
    public void A_document_cut_inside_a_character_keeps_its_encoding()
    {
        var whole = Encoding.UTF8.GetBytes(
            Feed("一", "utf-8").Replace("</channel></rss>", "<item><title>" + Simplified)
        );
        var document = Read(whole[..^1], null);
        Assert.Equal("一", Assert.Single(document.Items).Title);
        Assert.Contains(document.Problems, static problem => problem.Message == "Item 2 is cut off; it was left out.");
    }

    private static string Feed(string title, string declared) =>
        $"<?xml version=\"1.0\"{(declared.Length == 0 ? "" : $" encoding=\"{declared}\"")}?><rss "
        + $"version=\"2.0\"><channel><title>t</title><item><title>{title}</title></item></channel></rss>";

    private static Document Read(byte[] bytes, string? header) =>
        DocumentReader.Read(bytes, new ReadOptions { Source = "test", ContentType = header });
}
