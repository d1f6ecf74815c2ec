using CrisisFlow.Local.Mail;
using CrisisFlow.Mail;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Mail;

namespace CrisisFlow.EndToEnd.Mail;

/// <summary>One mail by SMTP to a server on this machine.</summary>
internal static class SmtpTry
{
    public static readonly MailMessage Letter = new(
        "case-1:mail:7", new MailAddress("crisisflow@brand.example", "CrisisFlow"), new MailAddress("ann@brand.example", "Ann 李"),
        "批准声明 1 — approve", "<p>.</p>", ".\n..\ntext");

    /// <param name="implicitTls">The port counts as the one where TLS begins with the first byte.</param>
    /// <param name="trusted">The test's own certificates are trusted.</param>
    public static Task<Delivery> SendAsync(
        int port, Action<SmtpSettings>? change = null, bool implicitTls = false, bool trusted = false, MailMessage? mail = null,
        CancellationToken cancellation = default)
    {
        var settings = new SmtpSettings { Host = "127.0.0.1", Port = port, StartTls = false };
        change?.Invoke(settings);
        var transport = new SmtpTransport(settings, TimeProvider.System)
        {
            Trusts = trusted ? TestCertificate.Trusts : null,
            ImplicitTlsPort = implicitTls ? port : 465,
        };
        return transport.SendAsync(mail ?? Letter, cancellation);
    }
}
