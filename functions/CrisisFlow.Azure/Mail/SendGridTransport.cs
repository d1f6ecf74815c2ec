using System.Globalization;
using System.Net;
using CrisisFlow.Mail;
using MimeKit;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace CrisisFlow.Azure.Mail;

/// <summary>
/// Hands one mail to SendGrid and says how that ended. Never retries: the runtime does, and only where it can help.
/// </summary>
/// <param name="sandbox">SendGrid checks the mail and delivers it to nobody.</param>
/// <param name="time">For an answer that names the time of the next try.</param>
internal sealed class SendGridTransport(SendGridClient client, bool sandbox, TimeProvider time) : IMailTransport
{
    /// <summary>
    /// Custom argument that carries the action's id, so that an activity record of SendGrid can be matched to ours.
    /// </summary>
    public const string EffectArgument = "crisisflow_effect";

    /// <summary>What SendGrid writes itself from the rest of the request; it refuses some of them as headers.</summary>
    private static readonly HeaderId[] WrittenBySendGrid =
    [
        HeaderId.Date,
        HeaderId.From,
        HeaderId.To,
        HeaderId.Subject,
        HeaderId.MimeVersion,
        HeaderId.ContentType,
    ];

    public async Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        if (Eml.Refuses(mail) is { } reason)
            return new Delivery.FailedForGood(reason);
        try
        {
            var answer = await client.SendEmailAsync(Message(mail), cancellation);
            return await ReadAsync(answer, cancellation);
        }
        catch (HttpRequestException failed)
        {
            return new Delivery.FailedForNow($"SendGrid could not be reached: {failed.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery.FailedForNow("SendGrid did not answer in time.");
        }
    }

    private SendGridMessage Message(MailMessage mail)
    {
        using var written = Eml.Compose(mail, time.GetUtcNow());
        var message = new SendGridMessage
        {
            Subject = written.Subject,
            PlainTextContent = mail.Text,
            HtmlContent = mail.Html,
        };
        message.SetFrom(Address(written.From));
        message.AddTo(Address(written.To));
        // Tracking rewrites links and fetches pictures: a signed link must arrive as it was signed.
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        message.SetSandBoxMode(sandbox);
        message.AddGlobalCustomArg(EffectArgument, mail.Id);
        foreach (var header in written.Headers.Where(header => !WrittenBySendGrid.Contains(header.Id)))
            message.AddGlobalHeader(header.Field, header.Value);
        return message;
    }

    private static EmailAddress Address(InternetAddressList list)
    {
        var mailbox = list.Mailboxes.Single();
        return new EmailAddress(mailbox.GetAddress(idnEncode: true), mailbox.Name);
    }

    private async Task<Delivery> ReadAsync(SendGrid.Response answer, CancellationToken cancellation)
    {
        var status = (int)answer.StatusCode;
        if (answer.IsSuccessStatusCode)
        {
            var named = answer.Headers.TryGetValues("X-Message-Id", out var ids);
            return new Delivery.Delivered(
                named ? ids!.First()
                : sandbox ? "sandbox"
                : "accepted"
            );
        }

        var errors = await SendGridErrors.ReadAsync(answer.Body, cancellation);
        var reason = $"SendGrid answered {status}{errors.Text}";
        // A key, a permission, a plan, an address of ours or a proxy can be put right while the mail waits.
        var isAboutTheMail =
            answer.StatusCode is HttpStatusCode.RequestEntityTooLarge
            || (answer.StatusCode is HttpStatusCode.BadRequest && errors.NameTheMail);
        return isAboutTheMail
            ? new Delivery.FailedForGood(reason)
            : new Delivery.FailedForNow(reason, RetryAfter(answer));
    }

    // At its rate limit SendGrid names the second at which it takes mails again, and no Retry-After.
    private TimeSpan? RetryAfter(SendGrid.Response answer) =>
        answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => Until(date),
            _ => answer.Headers.TryGetValues("X-RateLimit-Reset", out var reset)
            && long.TryParse(reset.First(), CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and < 253_402_300_800
                ? Until(DateTimeOffset.FromUnixTimeSeconds(seconds))
                : null,
        };

    private TimeSpan? Until(DateTimeOffset date) => date > time.GetUtcNow() ? date - time.GetUtcNow() : null;
}
