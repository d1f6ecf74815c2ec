using CrisisFlow.Local.Mail;
using CrisisFlow.Mail;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

public sealed class MailBySmtp : IAsyncLifetime
{
    private static readonly MailMessage Letter = new(
        "case-1:mail:7", new MailAddress("crisisflow@brand.example", "CrisisFlow"), new MailAddress("ann@brand.example", "Ann 李"), "批准声明 1 — approve", "<p>.</p>", ".\n..\ntext");

    private readonly SmtpServer _server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_mail_arrives_as_it_was_written()
    {
        var delivered = Assert.IsType<Delivery.Delivered>(await SendAsync());

        Assert.Equal("taken as 1", delivered.Receipt);
        var (from, to, mail) = Assert.Single(_server.Taken);
        Assert.Equal("MAIL FROM:<crisisflow@brand.example>", from);
        Assert.Equal("RCPT TO:<ann@brand.example>", to);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.Ordinal);
        Assert.All(mail.Split("\r\n"), line => Assert.True(line.Length <= 998));
    }

    [Fact]
    public async Task The_login_is_shown_when_there_is_one()
    {
        await SendAsync(s => (s.User, s.Password) = ("crisisflow", "secret"));
        Assert.Contains("AUTH PLAIN " + Convert.ToBase64String("\0crisisflow\0secret"u8), _server.Commands);
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", "The mail server answered RCPT TO with 550: no such user")]
    [InlineData("MAIL", "552 too much", "The mail server answered MAIL FROM with 552: too much")]
    [InlineData(".", "554 spam", "The mail server answered the end of DATA with 554: spam")]
    public async Task A_5xx_is_a_failure_for_good(string command, string answer, string reason)
    {
        _server.Answers[command] = answer;
        Assert.Equal(new Delivery.FailedForGood(reason), await SendAsync());
    }

    [Theory]
    [InlineData("", "554 no service", "The mail server answered connecting with 554: no service")]
    [InlineData("EHLO", "550 not you", "The mail server answered EHLO with 550: not you")]
    [InlineData("AUTH", "535 wrong password", "The mail server answered AUTH PLAIN with 535: wrong password")]
    public async Task A_5xx_about_us_and_not_about_the_mail_is_a_failure_for_now(string command, string answer, string reason)
    {
        _server.Answers[command] = answer;
        Assert.Equal(new Delivery.FailedForNow(reason), await SendAsync(s => (s.User, s.Password) = ("crisisflow", "secret")));
    }

    [Theory]
    [InlineData("RCPT", "450 greylisted", "The mail server answered RCPT TO with 450: greylisted")]
    [InlineData("", "421 busy", "The mail server answered connecting with 421: busy")]
    [InlineData("EHLO", "garbage", "The mail server failed at EHLO: the server answered 'garbage', which is no SMTP reply.")]
    public async Task A_4xx_or_nonsense_is_a_failure_for_now(string command, string answer, string reason)
    {
        _server.Answers[command] = answer;
        Assert.Equal(new Delivery.FailedForNow(reason), await SendAsync());
    }

    [Theory]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task A_connection_that_breaks_is_a_failure_for_now(string command)
    {
        _server.Answers[command] = null;
        var failed = Assert.IsType<Delivery.FailedForNow>(await SendAsync());
        Assert.Contains("cannot be reached", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_after_the_time_limit()
    {
        _server.Hangs["MAIL"] = true;
        Assert.Equal(
            new Delivery.FailedForNow($"The mail server 127.0.0.1:{_server.Port} took longer than 0.2s."),
            await SendAsync(s => s.Timeout = TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public async Task Without_STARTTLS_nothing_is_sent_when_it_is_demanded()
    {
        var failed = Assert.IsType<Delivery.FailedForNow>(await SendAsync(s => s.StartTls = true));
        Assert.Equal("The mail server failed at STARTTLS: the server does not offer it; mail.smtp.startTls demands it.", failed.Reason);
        Assert.Empty(_server.Taken);
    }

    [Fact]
    public async Task A_certificate_nobody_trusts_is_not_trusted()
    {
        _server.Offers = ["STARTTLS"];
        var failed = Assert.IsType<Delivery.FailedForNow>(await SendAsync(s => s.StartTls = true));
        Assert.StartsWith("TLS with the mail server", failed.Reason, StringComparison.Ordinal);
        Assert.Empty(_server.Taken);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_for_now()
    {
        await _server.DisposeAsync();
        Assert.IsType<Delivery.FailedForNow>(await SendAsync());
    }

    private Task<Delivery> SendAsync(Action<SmtpSettings>? change = null)
    {
        var settings = new SmtpSettings { Host = "127.0.0.1", Port = _server.Port, StartTls = false, Timeout = TimeSpan.FromSeconds(10) };
        change?.Invoke(settings);
        return new SmtpTransport(settings, TimeProvider.System).SendAsync(Letter);
    }
}
