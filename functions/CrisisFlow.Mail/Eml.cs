using MimeKit;

namespace CrisisFlow.Mail;

/// <summary>
/// Writes a mail as RFC 5322 and MIME, the same for every transport: text and HTML in UTF-8, no attachments.
/// </summary>
/// <remarks>
/// Bodies are base64, so that no line of theirs can be too long, start with a dot or hold a bare line end.
/// </remarks>
public static class Eml
{
    private static readonly FormatOptions Format = CrLf();

    /// <summary>Why this mail cannot be sent at all; null when it can. Transports ask before they write.</summary>
    public static string? Refuses(MailMessage mail) =>
        MailAddresses.Check(mail.From.Address) ?? MailAddresses.Check(mail.To.Address);

    /// <exception cref="ArgumentException"><see cref="Refuses"/> gives a reason.</exception>
    public static MimeMessage Compose(MailMessage mail, DateTimeOffset date)
    {
        var (from, to) = (Mailbox(mail.From), Mailbox(mail.To));
        var subject = HeaderText.Clean(mail.Subject);
        var message = new MimeMessage();
        // MimeKit fills in an id and a date of its own, in its own order.
        message.Headers.Clear();
        message.Date = date;
        message.From.Add(from);
        message.To.Add(to);
        message.Subject = subject;
        Encode(HeaderId.From, from.Name, $"<{MailAddresses.Wire(mail.From)}>");
        Encode(HeaderId.To, to.Name, $"<{MailAddresses.Wire(mail.To)}>");
        Encode(HeaderId.Subject, subject, "");
        MailHeaders.Add(message.Headers, mail, MailAddresses.Domain(mail.From));
        message.Body = new MultipartAlternative(Part("plain", mail.Text), Part("html", mail.Html))
        {
            Boundary = "=_CrisisFlow_" + MailHeaders.Hash(mail.Id),
        };
        return message;

        void Encode(HeaderId id, string? text, string tail) =>
            HeaderText.Encode(message.Headers[message.Headers.IndexOf(id)], text ?? "", tail);
    }

    /// <exception cref="ArgumentException"><see cref="Refuses"/> gives a reason.</exception>
    public static byte[] Write(MailMessage mail, DateTimeOffset date)
    {
        using var message = Compose(mail, date);
        using var bytes = new MemoryStream();
        message.WriteTo(Format, bytes);
        return bytes.ToArray();
    }

    private static MailboxAddress Mailbox(MailAddress address) =>
        new(HeaderText.Clean(address.Name), MailAddresses.Wire(address));

    private static TextPart Part(string kind, string text) =>
        new(kind)
        {
            // Mail's line end is CR LF, inside base64 too.
            Text = text.ReplaceLineEndings("\r\n"),
            ContentTransferEncoding = ContentEncoding.Base64,
        };

    private static FormatOptions CrLf()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
