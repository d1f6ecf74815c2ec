using System.Security.Cryptography;
using CrisisFlow.Presentation.Links;

namespace CrisisFlow.Presentation.Tests.Links;

public sealed class Reading_a_link
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Key = SHA256.HashData("one"u8);
    private static readonly byte[] OtherKey = SHA256.HashData("two"u8);
    private static readonly Link Sample = new(
        LinkPurpose.Approval,
        "case-1",
        "approve-1-legal",
        "ann",
        new string('a', 64),
        Now.AddHours(1)
    );

    private readonly LinkSigner _signer = new(new LinkKeys(Key));

    [Fact]
    public void Reading_a_link_gives_back_what_was_written() =>
        Assert.Equal(new LinkReading.Good(Sample), _signer.Read(_signer.Write(Sample), Now));

    [Fact]
    public void Reading_a_link_refuses_a_flip_of_any_bit()
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(_signer.Write(Sample));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsType<LinkReading.Bad>(_signer.Read(System.Buffers.Text.Base64Url.EncodeToString(bytes), Now));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Reading_a_link_refuses_another_character_at_any_place()
    {
        var token = _signer.Write(Sample);
        for (var i = 0; i < token.Length; i++)
            foreach (var c in "ABab01-_=+/ .é\0")
                if (token[i] != c)
                    Assert.IsType<LinkReading.Bad>(_signer.Read(token[..i] + c + token[(i + 1)..], Now));
    }

    [Fact]
    public void Reading_a_link_refuses_every_truncation()
    {
        var token = _signer.Write(Sample);
        for (var length = 0; length < token.Length; length++)
            Assert.IsType<LinkReading.Bad>(_signer.Read(token[..length], Now));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AA")]
    [InlineData("AAAA")]
    [InlineData("=")]
    [InlineData("\n")]
    [InlineData("%00")]
    public void Reading_a_link_refuses_an_extension(string more) =>
        Assert.Equal(new LinkReading.Bad(LinkFault.Broken), _signer.Read(_signer.Write(Sample) + more, Now));

    [Theory]
    [InlineData("")]
    [InlineData("é令牌")]
    [InlineData("{\"alg\":\"none\"}")]
    public void Reading_a_link_refuses_what_is_no_token(string token) =>
        Assert.Equal(new LinkReading.Bad(LinkFault.Broken), _signer.Read(token, Now));

    [Fact]
    public void Reading_a_link_refuses_a_million_characters_without_decoding_them() =>
        Assert.Equal(new LinkReading.Bad(LinkFault.Broken), _signer.Read(new string('A', 1_000_000), Now));

    [Fact]
    public void Reading_a_link_takes_a_link_of_the_previous_key()
    {
        var before = new LinkSigner(new LinkKeys(OtherKey)).Write(Sample);
        Assert.IsType<LinkReading.Good>(new LinkSigner(new LinkKeys(Key, OtherKey)).Read(before, Now));
    }

    [Fact]
    public void A_link_is_signed_with_the_current_key()
    {
        var token = new LinkSigner(new LinkKeys(Key, OtherKey)).Write(Sample);
        Assert.IsType<LinkReading.Good>(_signer.Read(token, Now));
    }

    [Fact]
    public void Reading_a_link_calls_a_link_of_a_retired_key_foreign() =>
        Assert.Equal(
            new LinkReading.Bad(LinkFault.Foreign),
            _signer.Read(new LinkSigner(new LinkKeys(OtherKey)).Write(Sample), Now)
        );

    [Fact]
    public void Reading_a_link_calls_a_link_that_names_our_key_and_was_not_signed_with_it_forged()
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(_signer.Write(Sample));
        bytes[^1] ^= 1;
        Assert.Equal(
            new LinkReading.Bad(LinkFault.Forged),
            _signer.Read(System.Buffers.Text.Base64Url.EncodeToString(bytes), Now)
        );
    }

    [Fact]
    public void Reading_a_link_takes_a_link_until_the_last_second_before_it_expires() =>
        Assert.IsType<LinkReading.Good>(_signer.Read(_signer.Write(Sample), Sample.Expires.AddSeconds(-1)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public void Reading_a_link_refuses_a_link_from_the_second_it_expires_on(int seconds) =>
        Assert.IsType<LinkReading.Expired>(_signer.Read(_signer.Write(Sample), Sample.Expires.AddSeconds(seconds)));

    [Fact]
    public void Reading_a_link_refuses_the_purpose_of_another_link()
    {
        var other = _signer.Read(_signer.Write(Sample with { Purpose = LinkPurpose.Case }), Now);
        Assert.NotEqual(new LinkReading.Good(Sample), other);
    }

    [Fact]
    public void Reading_a_link_keeps_a_forms_seal_to_its_own_link()
    {
        var (one, two) = (_signer.Write(Sample), _signer.Write(Sample with { Person = "bob" }));
        Assert.True(_signer.IsFormSeal(one, _signer.FormSeal(one)));
        Assert.False(_signer.IsFormSeal(two, _signer.FormSeal(one)));
        Assert.False(_signer.IsFormSeal(one, null));
        Assert.False(_signer.IsFormSeal(one, ""));
    }

    [Fact]
    public void Reading_a_link_takes_the_seal_of_a_page_that_was_open_while_the_key_changed()
    {
        var seal = new LinkSigner(new LinkKeys(OtherKey)).FormSeal("token");
        Assert.True(new LinkSigner(new LinkKeys(Key, OtherKey)).IsFormSeal("token", seal));
    }

    [Theory]
    [InlineData("", "", "Links:Key must be base64 of at least 32 bytes.")]
    [InlineData("c2hvcnQ=", "", "Links:Key must be base64 of at least 32 bytes.")]
    [InlineData(
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "x",
        "Links:PreviousKey must be base64 of at least 32 bytes, or empty."
    )]
    public void Reading_a_link_says_what_is_wrong_with_a_key(string current, string previous, string problem) =>
        Assert.Equal(problem, LinkKeys.TryParse(current, previous, out _));

    [Fact]
    public void Reading_a_link_uses_a_key_it_generated() =>
        Assert.Null(LinkKeys.TryParse(LinkKeys.Generate(), LinkKeys.Generate(), out _));
}
