using CrisisFlow.Local.Mail;
using CrisisFlow.Mail;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

public sealed class Smtp_with_TLS
{
    private static readonly MailServerOptions Starts = new() { Certificate = TestCertificate.ForThisMachine };
    private static readonly MailServerOptions AtOnce = new() { Certificate = TestCertificate.ForThisMachine, TlsAtOnce = true };

    [Theory(Timeout = 60_000)]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task By_STARTTLS_a_mail_arrives_encrypted(string host)
    {
        await using var server = new MailServer(Starts);
        Assert.IsType<Delivery.Delivered>(await SmtpTry.SendAsync(server.Port, s => (s.Host, s.StartTls) = (host, true), trusted: true));
        Assert.True(Assert.Single(server.Taken).Encrypted);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_the_port_of_implicit_TLS_a_mail_arrives_encrypted_whatever_startTls_says(bool startTls)
    {
        await using var server = new MailServer(AtOnce);
        Assert.IsType<Delivery.Delivered>(await SmtpTry.SendAsync(server.Port, s => s.StartTls = startTls, implicitTls: true, trusted: true));
        Assert.True(Assert.Single(server.Taken).Encrypted);
    }

    [Fact]
    public void The_port_of_implicit_TLS_is_465() =>
        Assert.Equal(465, new SmtpTransport(new SmtpSettings(), TimeProvider.System).ImplicitTlsPort);

    [Fact(Timeout = 60_000)]
    public async Task Nothing_is_sent_to_a_server_without_STARTTLS_when_it_is_required()
    {
        await using var server = new MailServer();
        Assert.Equal(
            new Delivery.FailedForNow("The mail server does not offer STARTTLS; mail.smtp.startTls requires it."),
            await SmtpTry.SendAsync(server.Port, s => s.StartTls = true));
        Assert.Empty(server.Taken);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_that_nobody_trusts_is_not_trusted(bool atOnce)
    {
        await using var server = new MailServer(atOnce ? AtOnce : Starts);
        var failed = Assert.IsType<Delivery.FailedForNow>(await SmtpTry.SendAsync(server.Port, s => s.StartTls = true, implicitTls: atOnce));
        Assert.StartsWith(
            $"TLS with the mail server 127.0.0.1:{server.Port} failed: The server's SSL certificate could not be validated",
            failed.Reason, StringComparison.Ordinal);
        Assert.EndsWith("self-signed certificate", failed.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_for_another_name_is_not_trusted(bool atOnce)
    {
        await using var server = new MailServer(new MailServerOptions { Certificate = TestCertificate.ForElsewhere, TlsAtOnce = atOnce });
        var failed = Assert.IsType<Delivery.FailedForNow>(
            await SmtpTry.SendAsync(server.Port, s => s.StartTls = true, implicitTls: atOnce, trusted: true));
        Assert.Contains(
            "(127.0.0.1) did not match the name given in the server's SSL certificate (mail.elsewhere.example).", failed.Reason,
            StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_speaks_no_TLS_on_its_port_is_tried_again()
    {
        await using var server = new MailServer();
        var failed = Assert.IsType<Delivery.FailedForNow>(await SmtpTry.SendAsync(server.Port, implicitTls: true));
        Assert.StartsWith($"TLS with the mail server 127.0.0.1:{server.Port} failed: ", failed.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("certificate", failed.Reason, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_refuses_STARTTLS_is_tried_again()
    {
        await using var server = new ScriptedMailServer { Offers = ["STARTTLS"] };
        server.Answers["STARTTLS"] = "454 4.7.0 TLS not available";
        Assert.Equal(
            new Delivery.FailedForNow("The mail server answered connecting with 454: 4.7.0 TLS not available"),
            await SmtpTry.SendAsync(server.Port, s => s.StartTls = true));
    }
}
