using MimeKit;

namespace CrisisFlow.Mail;

/// <summary>One mail as it lies in the outbox, for the outbox page and for tests.</summary>
/// <param name="From">Display name and address, decoded.</param>
public sealed record ReadMail(
    string From,
    string To,
    string Subject,
    string Date,
    string MessageId,
    string Text,
    string Html
);

public static class EmlReader
{
    /// <returns>Null when the bytes are no mail.</returns>
    public static ReadMail? Read(byte[] eml)
    {
        try
        {
            using var stream = new MemoryStream(eml, writable: false);
            using var mail = MimeMessage.Load(stream);
            return mail.From.Count == 0
                ? null
                : new ReadMail(
                    Mailboxes(mail.From),
                    Mailboxes(mail.To),
                    mail.Subject ?? "",
                    mail.Headers[HeaderId.Date] ?? "",
                    mail.Headers[HeaderId.MessageId] ?? "",
                    Lines(mail.TextBody),
                    Lines(mail.HtmlBody)
                );
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // An international domain is shown in its ASCII form, as it was sent: there no letter can pose as another.
    private static string Mailboxes(InternetAddressList list) =>
        string.Join(
            ", ",
            list.Mailboxes.Select(mailbox =>
                string.IsNullOrEmpty(mailbox.Name)
                    ? mailbox.GetAddress(idnEncode: true)
                    : $"\"{mailbox.Name}\" <{mailbox.GetAddress(idnEncode: true)}>"
            )
        );

    private static string Lines(string? body) => (body ?? "").ReplaceLineEndings("\r\n");
}
