namespace CrisisFlow.Mail.Tests;

public sealed class Reading_a_mail
{
    [Fact]
    public void A_plain_mail_that_an_earlier_version_wrote_is_read() =>
        Assert.Equal(
            new ReadMail(
                "\"CrisisFlow\" <crisis@brand.example>",
                "\"Ann Smith\" <ann@brand.example>",
                "Approve statement 1: price",
                "Fri, 06 Mar 2026 09:05:07 +0000",
                "<mail.c5938e04d5fe37c1f7d6ceacc2c0c107@brand.example>",
                "Approve\r\n.\r\nhttps://crisis.brand.example/l/abc\r\n",
                "<html><head></head><body><p>Approve &amp; publish</p></body></html>\r\n"
            ),
            EmlReader.Read(Before("plain.eml"))
        );

    [Fact]
    public void Long_Chinese_texts_that_an_earlier_version_wrote_are_read() =>
        Assert.Equal(
            new ReadMail(
                "\"示例公司危机处置组\" <crisis@brand.example>",
                "\"Bo \"B\" <Li> 李\" <bo@xn--fiqs8s.example>",
                "【红色】请研判：示例果泥吃出玻璃，多名儿童送医，截至今日十八时仍未得到回应 👩‍👩‍👧‍👦 with =?utf-8?B?ZXZpbA==?= in it",
                "Fri, 06 Mar 2026 09:05:07 +0000",
                "<mail.550000268f5434e1f78657dbd1d2a9aa@brand.example>",
                string.Concat(Enumerable.Repeat("请在 10:30 前研判\r\n", 20)),
                "<p>" + new string('玻', 400) + "</p>"
            ),
            EmlReader.Read(Before("hard.eml"))
        );

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("hello\r\n\r\nworld")]
    [InlineData("\0\0\0\0")]
    [InlineData("Subject: nobody wrote it\r\n\r\ntext")]
    public void Bytes_that_are_no_mail_give_nothing(string bytes) =>
        Assert.Null(EmlReader.Read(System.Text.Encoding.UTF8.GetBytes(bytes)));

    [Fact]
    public void A_mail_of_another_program_is_read() =>
        Assert.Equal(
            new ReadMail("ann@brand.example", "", "", "", "", "text", ""),
            EmlReader.Read("From: ann@brand.example\r\n\r\ntext"u8.ToArray())
        );

    private static byte[] Before(string name)
    {
        using var stream = typeof(Reading_a_mail).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
