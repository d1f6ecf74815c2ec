namespace CrisisFlow.Mail.Tests;

public sealed class Checking_an_address
{
    private const string Allowed = "letters, digits, dots and !#$%&'*+-/=?^_`{|}~ are allowed";

    [Theory]
    [InlineData("ann@brand.example")]
    [InlineData("ann.o'neil+crisis@mail.brand.example")]
    [InlineData("a@localhost")]
    [InlineData("ann@中国.example")]
    [InlineData("ann@xn--fiqs8s.example")]
    public void Checking_an_address_takes_what_people_have(string address) => Assert.Null(MailAddresses.Check(address));

    [Theory]
    [InlineData("a@b,c@d", "is not of the form name@domain: Unexpected ',' token at offset 3.")]
    [InlineData("a@b.example;c", "is not of the form name@domain: Unexpected ';' token at offset 11.")]
    [InlineData("<a@b.example>", "is not of the form name@domain: Invalid local-part at offset 0.")]
    [InlineData("Ann <a@b.example>", "is not of the form name@domain: Invalid addr-spec token at offset 0.")]
    [InlineData("a.@b.example", "is not of the form name@domain: Invalid local-part at offset 0.")]
    [InlineData("a..c@b.example", "is not of the form name@domain: Invalid local-part at offset 0.")]
    [InlineData("@b.example", "is not of the form name@domain: Invalid local-part at offset 0.")]
    [InlineData("a@b..example", "is not of the form name@domain: Invalid domain token at offset 2.")]
    [InlineData("a@", "is not of the form name@domain: Incomplete addr-spec token at offset 0.")]
    [InlineData("", "has 0 characters before the @; 1 to 64 are allowed.")]
    [InlineData("nobody", "has to hold a name, an @ and a domain, and nothing else.")]
    [InlineData("a(comment)@b.example", "has to hold a name, an @ and a domain, and nothing else.")]
    [InlineData("\"a b\"@b.example", "holds U+0022 before the @; " + Allowed + ".")]
    [InlineData("李@b.example", "holds U+674E before the @; " + Allowed + ".")]
    [InlineData("a@b.example ", "has no valid domain after the @.")]
    [InlineData("a@ b.example", "has no valid domain after the @.")]
    [InlineData("a@b.example.", "has no valid domain after the @.")]
    [InlineData("a@b(comment).example", "has no valid domain after the @.")]
    [InlineData("a@b_c.example", "has no valid domain after the @.")]
    [InlineData("a@-b.example", "has no valid domain after the @.")]
    [InlineData("a@[127.0.0.1]", "has no valid domain after the @.")]
    public void Checking_an_address_refuses_what_could_be_read_as_more_and_says_why(string address, string problem)
    {
        Assert.Equal($"Address '{address}' {problem}", MailAddresses.Check(address));
        Assert.Throws<ArgumentException>(() => MailAddresses.Wire(new MailAddress(address, "")));
        Assert.Throws<ArgumentException>(() => Eml.Write(To(address), DateTimeOffset.UnixEpoch));
        Assert.Equal($"Address '{address}' {problem}", Eml.Refuses(To(address)));
    }

    [Theory]
    [InlineData(
        "\"a\r\nRCPT TO:<evil>\"@b.example",
        "'\"a��RCPT TO:<evil>\"@b.example' is not of the form name@domain: "
            + "Invalid control character in quoted-string token at offset 0."
    )]
    [InlineData(
        "a@b.example\r\nBcc: c@d",
        "'a@b.example��Bcc: c@d' is not of the form name@domain: Unexpected 'B' token at offset 13."
    )]
    [InlineData("a@b.example\0", "'a@b.example�' is not of the form name@domain: Unexpected '�' token at offset 11.")]
    [InlineData("a@b.example\r\n", "'a@b.example��' has no valid domain after the @.")]
    [InlineData("a\r\n@b.example", "'a��@b.example' has to hold a name, an @ and a domain, and nothing else.")]
    public void Checking_an_address_refuses_control_characters_and_shows_none(string address, string problem) =>
        Assert.Equal("Address " + problem, MailAddresses.Check(address));

    [Theory]
    [InlineData(0xd83d)]
    [InlineData(0xdc00)]
    public void Checking_an_address_refuses_half_a_surrogate_pair(int half)
    {
        Assert.NotNull(MailAddresses.Check($"a{(char)half}@b.example"));
        Assert.NotNull(MailAddresses.Check($"a@b{(char)half}.example"));
    }

    [Fact]
    public void Checking_an_address_refuses_what_is_longer_than_mail_allows()
    {
        Assert.Equal(
            $"Address '{new string('a', 65)}@b.example' has 65 characters before the @; 1 to 64 are allowed.",
            MailAddresses.Check(new string('a', 65) + "@b.example")
        );
        Assert.NotNull(MailAddresses.Check("a@" + new string('b', 64) + ".example"));
        Assert.NotNull(MailAddresses.Check("a@" + string.Join('.', Enumerable.Repeat("abcdefg", 32))));
        // 240 letters as they are read, and more than 63 in their ASCII form.
        Assert.NotNull(MailAddresses.Check("a@" + new string('中', 60) + ".example"));
    }

    [Fact]
    public void Checking_an_address_writes_an_international_domain_in_its_ascii_form() =>
        Assert.Equal("ann@xn--fiqs8s.example", MailAddresses.Wire(new MailAddress("ann@中国.example", "")));

    private static MailMessage To(string address) =>
        new("mail-1", new MailAddress("crisis@brand.example", ""), new MailAddress(address, ""), "", "", "");
}
