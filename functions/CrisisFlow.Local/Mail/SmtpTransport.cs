using System.Net.Security;
using System.Net.Sockets;
using CrisisFlow.Mail;
using CrisisFlow.Settings;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CrisisFlow.Local.Mail;

/// <summary>Hands a mail to a mail server by MailKit. One connection a mail.</summary>
/// <remarks>
/// A server that took the mail but was cut off before it answered gets it again, with the same Message-ID.
/// </remarks>
internal sealed class SmtpTransport(SmtpSettings settings, TimeProvider time) : IMailTransport
{
    /// <summary>Most bytes that one connection may bring; MailKit would keep a reply of any length in memory.</summary>
    public const int MostFromServer = 1024 * 1024;

    /// <summary>How long QUIT may take. The mail is already delivered, whatever the answer.</summary>
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    private readonly SmtpFailures _failures = new(settings);

    /// <summary>Port on which TLS begins with the first byte (RFC 8314). Another number is for tests.</summary>
    public int ImplicitTlsPort { get; init; } = 465;

    /// <summary>Only tests set it, to trust a certificate of their own. Null: what this machine trusts.</summary>
    public RemoteCertificateValidationCallback? Trusts { get; init; }

    public async Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        if (Eml.Refuses(mail) is { } reason)
            return new Delivery.FailedForGood(reason);
        using var limit = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var client = NewClient();
        var step = SmtpStep.Connect;
        try
        {
            await ConnectAsync(client, either.Token);
            step = SmtpStep.Login;
            await LoginAsync(client, either.Token);
            step = SmtpStep.Send;
            using var message = Eml.Compose(mail, time.GetUtcNow());
            var receipt = await client.SendAsync(message, either.Token);
            await LeaveAsync(client, cancellation);
            return new Delivery.Delivered(_failures.Said(receipt));
        }
        catch (Exception e) when (IsCancellation(e))
        {
            cancellation.ThrowIfCancellationRequested();
            return _failures.TooSlow(step, limit.IsCancellationRequested);
        }
        catch (Exception e) when (_failures.Read(e, step) is { } failed)
        {
            return failed;
        }
    }

    // A handshake that was cancelled comes out of MailKit as one that failed.
    private static bool IsCancellation(Exception e) =>
        e is OperationCanceledException or SslHandshakeException { InnerException: OperationCanceledException };

    private SmtpClient NewClient() =>
        new()
        {
            LocalDomain = "crisisflow.localdomain",
            // Mail must go out in a crisis even when a certificate authority does not answer.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = Trusts,
            // The limits of SendAsync come first.
            Timeout = (int)(settings.Timeout + settings.Timeout).TotalMilliseconds,
        };

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(SmtpFailures.ConnectLimit(settings), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(settings.Host, settings.Port, either.Token);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var security =
            settings.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
            : settings.StartTls ? SecureSocketOptions.StartTls
            : SecureSocketOptions.None;
        var stream = new BoundedStream(socket, MostFromServer);
        await client.ConnectAsync(stream, settings.Host, settings.Port, security, either.Token);
        // With SMTPUTF8, MailKit would write international domains as people read them and ask every server on the way
        // for the same; in their ASCII form they reach every server.
        client.Capabilities &= ~SmtpCapabilities.UTF8;
    }

    /// <summary>One try by one mechanism: a wrong password must not count twice.</summary>
    private async Task LoginAsync(SmtpClient client, CancellationToken cancellation)
    {
        if (settings.User.Length == 0)
            return;
        var offers = client.AuthenticationMechanisms;
        SaslMechanism mechanism =
            offers.Contains("LOGIN") && !offers.Contains("PLAIN")
                ? new SaslMechanismLogin(settings.User, settings.Password)
                : new SaslMechanismPlain(settings.User, settings.Password);
        await client.AuthenticateAsync(mechanism, cancellation);
    }

    private async Task LeaveAsync(SmtpClient client, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Goodbye, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        await client.DisconnectAsync(quit: true, either.Token);
    }
}
