using CrisisFlow.Local.Mail;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

public sealed class Smtp_with_TLS
{
    [Theory(Timeout = 60_000)]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task By_STARTTLS_a_mail_arrives_encrypted(string host)
    {
        await using var server = Server(atOnce: false);
        var mail = new SmtpTry(server.Port) { Trusting = true };
        await mail.With(s => (s.Host, s.StartTls) = (host, true)).DeliveredAsync();
        Assert.True(Assert.Single(server.Taken).Encrypted);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_the_port_of_implicit_TLS_a_mail_arrives_encrypted_whatever_startTls_says(bool startTls)
    {
        await using var server = Server(atOnce: true);
        var mail = new SmtpTry(server.Port) { Trusting = true, ImplicitTls = true };
        await mail.With(s => s.StartTls = startTls).DeliveredAsync();
        Assert.True(Assert.Single(server.Taken).Encrypted);
    }

    [Fact]
    public void The_port_of_implicit_TLS_is_465() =>
        Assert.Equal(465, new SmtpTransport(new SmtpSettings(), TimeProvider.System).ImplicitTlsPort);

    [Fact]
    public void No_certificate_is_trusted_beyond_what_the_machine_trusts_unless_a_test_says_so() =>
        Assert.Null(new SmtpTransport(new SmtpSettings(), TimeProvider.System).Trusts);

    [Fact(Timeout = 60_000)]
    public async Task Nothing_is_sent_to_a_server_without_STARTTLS_when_it_is_required()
    {
        await using var server = new MailServer();
        Assert.Equal(
            "The mail server does not offer STARTTLS; mail.smtp.startTls requires it.",
            await new SmtpTry(server.Port).With(s => s.StartTls = true).FailedForNowAsync()
        );
        Assert.Empty(server.Taken);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_that_nobody_trusts_is_not_trusted(bool atOnce)
    {
        await using var server = Server(atOnce);
        var mail = new SmtpTry(server.Port) { ImplicitTls = atOnce };
        var reason = await mail.With(s => s.StartTls = true).FailedForNowAsync();
        Assert.StartsWith(
            $"TLS with the mail server 127.0.0.1:{server.Port} failed: "
                + "The server's SSL certificate could not be validated",
            reason,
            StringComparison.Ordinal
        );
        Assert.EndsWith("self-signed certificate", reason, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_for_another_name_is_not_trusted(bool atOnce)
    {
        await using var server = new MailServer(
            new MailServerOptions { Certificate = TestCertificate.ForElsewhere, TlsAtOnce = atOnce }
        );
        var mail = new SmtpTry(server.Port) { Trusting = true, ImplicitTls = atOnce };
        Assert.EndsWith(
            "The host name (127.0.0.1) did not match the name given in the server's SSL certificate "
                + "(mail.elsewhere.example).",
            await mail.With(s => s.StartTls = true).FailedForNowAsync(),
            StringComparison.Ordinal
        );
        Assert.Empty(server.Taken);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_speaks_no_TLS_on_its_port_is_tried_again()
    {
        await using var server = new MailServer();
        var reason = await new SmtpTry(server.Port) { ImplicitTls = true }.FailedForNowAsync();
        Assert.StartsWith(
            $"TLS with the mail server 127.0.0.1:{server.Port} failed: ",
            reason,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("certificate", reason, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_server_that_refuses_STARTTLS_is_tried_again()
    {
        await using var server = new ScriptedMailServer { Offers = ["STARTTLS"] };
        server.Answers["STARTTLS"] = "454 4.7.0 TLS not available";
        Assert.Equal(
            "The mail server answered connecting with 454: 4.7.0 TLS not available",
            await new SmtpTry(server.Port).With(s => s.StartTls = true).FailedForNowAsync()
        );
    }

    private static MailServer Server(bool atOnce) =>
        new(new MailServerOptions { Certificate = TestCertificate.ForThisMachine, TlsAtOnce = atOnce });
}
