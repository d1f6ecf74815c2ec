using CrisisFlow.Local.Mail;
using CrisisFlow.Mail;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

/// <summary>One mail by SMTP to a server on this machine.</summary>
/// <param name="port">Where the server listens.</param>
internal sealed class SmtpTry(int port)
{
    public SmtpSettings Settings { get; } =
        new()
        {
            Host = "127.0.0.1",
            Port = port,
            StartTls = false,
        };

    public MailMessage Mail { get; init; } =
        new(
            "case-1:mail:7",
            new MailAddress("crisisflow@brand.example", "CrisisFlow"),
            new MailAddress("ann@brand.example", "Ann 李"),
            "批准声明 1 — approve",
            "<p>.</p>",
            ".\n..\ntext"
        );

    /// <summary>The port counts as the one where TLS begins with the first byte.</summary>
    public bool ImplicitTls { get; init; }

    /// <summary>The tests' own certificates are trusted.</summary>
    public bool Trusting { get; init; }

    public SmtpTry With(Action<SmtpSettings> change)
    {
        change(Settings);
        return this;
    }

    public SmtpTry LoggedIn(string user, string password) => With(s => (s.User, s.Password) = (user, password));

    public SmtpTry Within(int milliseconds) => With(s => s.Timeout = TimeSpan.FromMilliseconds(milliseconds));

    public Task<Delivery> SendAsync(CancellationToken cancellation = default)
    {
        var transport = new SmtpTransport(Settings, TimeProvider.System)
        {
            Trusts = Trusting ? TestCertificate.Trusts : null,
            ImplicitTlsPort = ImplicitTls ? Settings.Port : 465,
        };
        return transport.SendAsync(Mail, cancellation);
    }

    /// <summary>The receipt of a mail that was delivered.</summary>
    public async Task<string> DeliveredAsync() => Assert.IsType<Delivery.Delivered>(await SendAsync()).Receipt;

    /// <summary>Why it failed for now.</summary>
    public async Task<string> FailedForNowAsync() => Assert.IsType<Delivery.FailedForNow>(await SendAsync()).Reason;

    /// <summary>Why it failed for good.</summary>
    public async Task<string> FailedForGoodAsync() => Assert.IsType<Delivery.FailedForGood>(await SendAsync()).Reason;
}
