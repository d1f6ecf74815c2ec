using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Documents;

namespace CrisisFlow.Reading.Tests;

public sealed class UndeclaredScriptsAreGuessed
{
    private const string Japanese =
        "この店の商品はすぐに壊れてしまいました。返品を受け付けてもらえないので困っています。";
    private const string Korean =
        "이 가게에서 산 물건이 하루 만에 고장이 났습니다. 환불을 받을 수 없다고 해서 정말 화가 납니다.";
    private const string Russian = "Товар из этого магазина сломался через день, а деньги возвращать отказываются.";
    private const string Chinese = "这家店的东西用了一天就坏了，客服说不能退货，大家以后不要在这里买了。";
    private const string French =
        "Le produit s'est cassé après une journée et le vendeur a refusé de me rembourser à Besançon.";

    static UndeclaredScriptsAreGuessed() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("shift_jis", "Shift_JIS", Japanese)]
    [InlineData("euc-jp", "EUC-JP", Japanese)]
    [InlineData("euc-kr", "EUC-KR", Korean)]
    [InlineData("koi8-r", "KOI8-R", Russian)]
    [InlineData("windows-1251", "windows-1251", Russian)]
    [InlineData("gb18030", "GB18030", Chinese)]
    [InlineData("windows-1252", "windows-1252", French)]
    public void Text_without_a_declaration_is_read_as_what_it_most_likely_is(string encoding, string name, string text)
    {
        var document = Read(
            Encoding.GetEncoding(encoding).GetBytes($"<rss><channel><item><title>{text}</title></item></channel></rss>")
        );
        Assert.Equal(text, Assert.Single(document.Items).Title);
        Assert.Equal(
            $"The document names no encoding and is not valid UTF-8; it was read as {name}.",
            Assert.Single(document.Problems).Message
        );
    }

    [Fact]
    public void A_few_chinese_characters_are_not_taken_for_another_script() =>
        Assert.Equal(
            "手机爆炸",
            Read(
                Encoding
                    .GetEncoding("gb18030")
                    .GetBytes("<rss><channel><item><title>手机爆炸</title></item></channel></rss>")
            )
                .Items[0]
                .Title
        );

    [Fact]
    public void What_is_no_text_is_called_so()
    {
        var document = Read([0x1F, 0x8B, 0x08, 0x08, 0x49, 0xB3, 0x03, 0x6B, 0x00, 0x03, 0x62]);
        Assert.False(document.Readable);
        Assert.Equal(
            "The document is no text: it begins with control characters, as archives, pictures and programs do.",
            document.Problems[^1].Message
        );
    }

    [Fact]
    public void A_document_that_is_too_long_is_cut_and_says_so()
    {
        var document = DocumentReader.Read(
            "<rss><channel><item><title>a</title></item><item><title>b</title></item></channel></rss>"u8.ToArray(),
            new ReadOptions { Limits = new ReadLimits { Bytes = 60 } }
        );
        Assert.Equal("a", Assert.Single(document.Items).Title);
        Assert.Equal("The document is longer than 60 bytes; the rest was left out.", document.Problems[0].Message);
    }

    private static Document Read(byte[] bytes) => DocumentReader.Read(bytes, new ReadOptions());
}
