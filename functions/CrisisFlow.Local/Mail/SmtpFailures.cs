using System.Net.Sockets;
using CrisisFlow.Mail;
using CrisisFlow.Settings;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CrisisFlow.Local.Mail;

/// <summary>How far a delivery came.</summary>
internal enum SmtpStep
{
    Connect,
    Login,
    Send,
}

/// <summary>Turns what went wrong with a mail server into an answer that can be stored.</summary>
internal sealed class SmtpFailures(SmtpSettings settings)
{
    /// <summary>Longest server reply that is kept, in UTF-16 units.</summary>
    private const int Longest = 300;

    private readonly SmtpSecrets _secrets = new(settings.User, settings.Password);

    private string Server => $"The mail server {settings.Host}:{settings.Port}";

    /// <summary>Half of the whole: who does not greet by then leaves no time for the mail.</summary>
    public static TimeSpan ConnectLimit(SmtpSettings settings) => settings.Timeout / 2;

    /// <summary>The server's reply, on one line and without the login.</summary>
    public string Said(string text) => OneLine.Of(_secrets.Hide(OneLine.Of(text, int.MaxValue)), Longest);

    /// <param name="whole">The limit of the whole delivery passed, and not the one of connecting.</param>
    public Delivery TooSlow(SmtpStep step, bool whole) =>
        new Delivery.FailedForNow(
            step == SmtpStep.Connect && !whole
                ? $"{Server} took longer than {Durations.Format(ConnectLimit(settings))} to connect."
                : $"{Server} took longer than {Durations.Format(settings.Timeout)}."
        );

    /// <returns>Null when the exception is no mail server's doing.</returns>
    public Delivery? Read(Exception e, SmtpStep step) =>
        e switch
        {
            SmtpCommandException refused => Refused(refused, step),
            ServiceNotAuthenticatedException => ForNow($"The mail server requires a login: {Said(e.Message)}"),
            AuthenticationException => ForNow(
                $"The mail server refused the login of mail.smtp.user: {Said(e.Message)}"
            ),
            SslHandshakeException tls => ForNow(
                $"TLS with the mail server {settings.Host}:{settings.Port} failed: {Said(Why(tls))}"
            ),
            NotSupportedException when step == SmtpStep.Connect => ForNow(
                "The mail server does not offer STARTTLS; mail.smtp.startTls requires it."
            ),
            NotSupportedException when step == SmtpStep.Login => ForNow(
                "The mail server does not offer a login, but mail.smtp.user is set."
            ),
            SocketException or IOException or TimeoutException when step == SmtpStep.Connect => ForNow(
                $"{Server} cannot be reached: {Said(e.Message)}"
            ),
            SmtpProtocolException or IOException or TimeoutException => ForNow($"{Server} failed: {Said(e.Message)}"),
            _ => null,
        };

    private static Delivery.FailedForNow ForNow(string reason) => new(reason);

    // Without a refused certificate MailKit gives a page of guesses; with one it says what is wrong after a first line.
    private static string Why(SslHandshakeException tls) =>
        tls.ServerCertificate is null
            ? tls.InnerException?.Message ?? tls.Message
            : tls.Message[(tls.Message.IndexOf('\n', StringComparison.Ordinal) + 1)..];

    private Delivery Refused(SmtpCommandException refused, SmtpStep step)
    {
        var command = refused.ErrorCode switch
        {
            SmtpErrorCode.SenderNotAccepted => "MAIL FROM",
            SmtpErrorCode.RecipientNotAccepted => "RCPT TO",
            SmtpErrorCode.MessageNotAccepted => "the end of DATA",
            _ => step == SmtpStep.Connect ? "connecting" : "DATA",
        };
        var reason = $"The mail server answered {command} with {(int)refused.StatusCode}: {Said(refused.Message)}";
        return RefusedRecipient.Is(refused.ErrorCode, (int)refused.StatusCode, refused.Message)
            ? new Delivery.FailedForGood(reason)
            : new Delivery.FailedForNow(reason);
    }
}
