using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using CrisisFlow.Mail;
using CrisisFlow.Settings;

namespace CrisisFlow.Local.Mail;

/// <summary>Hands a mail to a mail server (RFC 5321), with STARTTLS (RFC 3207) and AUTH PLAIN or LOGIN (RFC 4954). One connection a mail.</summary>
/// <remarks>4xx and a broken connection are failures for now; 5xx is one for good when it is about this mail, and for now when it is about the connection, the login or us. A server that took DATA but was cut before it answered may get the mail twice, with the same Message-ID.</remarks>
public sealed class SmtpTransport(SmtpSettings settings, TimeProvider time) : IMailTransport
{
    public async Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        if (Eml.Refuses(mail) is { } reason) return new Delivery.FailedForGood(reason);
        using var limit = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(settings.Host, settings.Port, either.Token);
            return new Delivery.Delivered(await DeliverAsync(client.GetStream(), mail, either.Token));
        }
        catch (SmtpReplyException e)
        {
            return e.ForGood ? new Delivery.FailedForGood(e.Message) : new Delivery.FailedForNow(e.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery.FailedForNow($"The mail server {settings.Host}:{settings.Port} took longer than {Durations.Format(settings.Timeout)}.");
        }
        catch (AuthenticationException e)
        {
            return new Delivery.FailedForNow($"TLS with the mail server {settings.Host}:{settings.Port} failed: {e.Message}");
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return new Delivery.FailedForNow($"The mail server {settings.Host}:{settings.Port} cannot be reached: {e.Message}");
        }
    }

    private async Task<string> DeliverAsync(Stream stream, MailMessage mail, CancellationToken cancellation)
    {
        var talk = new SmtpDialogue(stream);
        await talk.ExpectAsync("connecting", 220, cancellation);
        var offers = await talk.HelloAsync(cancellation);
        if (settings.StartTls)
        {
            if (!offers.Contains("STARTTLS")) throw new SmtpReplyException("STARTTLS", 0, "the server does not offer it; mail.smtp.startTls demands it", forGood: false);
            await talk.CommandAsync("STARTTLS", "STARTTLS", 220, cancellation);
            var tls = new SslStream(stream);
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.Host }, cancellation);
            talk = new SmtpDialogue(tls);
            offers = await talk.HelloAsync(cancellation);
        }

        if (settings.User.Length > 0) await talk.LoginAsync(settings.User, settings.Password, offers, cancellation);
        await talk.CommandAsync("MAIL FROM", $"MAIL FROM:<{MailAddresses.Wire(mail.From)}>", 250, cancellation);
        await talk.CommandAsync("RCPT TO", $"RCPT TO:<{MailAddresses.Wire(mail.To)}>", 250, cancellation);
        await talk.CommandAsync("DATA", "DATA", 354, cancellation);
        var receipt = await talk.DataAsync(Eml.Write(mail, time.GetUtcNow()), cancellation);
        await talk.QuitAsync(cancellation);
        return receipt;
    }
}
