using CrisisFlow.Mail;
using Xunit;

namespace CrisisFlow.Testing.Mail;

/// <summary>
/// What every mail transport promises. A transport passes all of it; a test class inherits it and says what arrived.
/// </summary>
public abstract class MailTransportContract
{
    protected abstract Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default);

    /// <summary>Every mail that came out on the other side.</summary>
    protected abstract IReadOnlyList<ArrivedMail> Arrived { get; }

    public static TheoryData<string> Samples => [.. SampleMail.All.Keys];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Samples))]
    public async Task A_mail_arrives_as_it_was_written_with_the_headers_of_every_transport(string sample)
    {
        Assert.IsType<Delivery.Delivered>(await SendAsync(SampleMail.All[sample].Mail));
        Assert.Equal(ArrivedMail.Expected(SampleMail.All[sample]), Assert.Single(Arrived));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_same_mail_is_the_same_at_every_try()
    {
        await SendAsync(SampleMail.All["plain"].Mail);
        await SendAsync(SampleMail.All["plain"].Mail);
        Assert.Single(Arrived.Distinct());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("a@b.example,c@d.example")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("\"a\r\nRCPT TO:<c@d.example>\"@b.example")]
    [InlineData("<a@b.example>")]
    [InlineData("Ann <a@b.example>")]
    [InlineData("nobody")]
    [InlineData("")]
    public async Task An_address_that_could_be_read_as_more_fails_for_good_and_nothing_is_sent(string address)
    {
        var plain = SampleMail.All["plain"].Mail;
        Assert.IsType<Delivery.FailedForGood>(await SendAsync(plain with { To = new MailAddress(address, "") }));
        Assert.IsType<Delivery.FailedForGood>(await SendAsync(plain with { From = new MailAddress(address, "") }));
        Assert.Empty(Arrived);
    }

    [Fact(Timeout = 60_000)]
    public async Task Who_cancels_gets_no_answer()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SendAsync(SampleMail.All["plain"].Mail, cancelled.Token)
        );
        Assert.Empty(Arrived);
    }
}
