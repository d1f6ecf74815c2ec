using System.Globalization;
using System.Text;

namespace CrisisFlow.Mail;

/// <summary>Writes a mail as RFC 5322 and MIME: what lies in the outbox and what goes after SMTP's DATA.</summary>
/// <remarks>Bodies are base64, so that no line of theirs can be too long, start with a dot or hold a bare line end. There are no attachments.</remarks>
public static class Eml
{
    /// <summary>Why this mail cannot be sent at all; null when it can. Transports ask before they write.</summary>
    public static string? Refuses(MailMessage mail) =>
        MailAddresses.Check(mail.From.Address) ?? MailAddresses.Check(mail.To.Address);

    /// <exception cref="ArgumentException"><see cref="Refuses"/> gives a reason.</exception>
    public static byte[] Write(MailMessage mail, DateTimeOffset date)
    {
        var boundary = "=_CrisisFlow_" + MailHeaders.Hash(mail.Id);
        var lines = new StringBuilder();
        Line($"Date: {date.ToString("ddd, dd MMM yyyy HH':'mm':'ss", CultureInfo.InvariantCulture)} {Zone(date.Offset)}");
        Line(HeaderText.Mailbox("From", mail.From.Name, MailAddresses.Wire(mail.From)));
        Line(HeaderText.Mailbox("To", mail.To.Name, MailAddresses.Wire(mail.To)));
        Line(HeaderText.Unstructured("Subject", mail.Subject));
        foreach (var (name, value) in MailHeaders.For(mail)) Line($"{name}: {value}");
        Line("MIME-Version: 1.0");
        Line($"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"");
        Line("");
        Part("text/plain", mail.Text);
        Part("text/html", mail.Html);
        Line($"--{boundary}--");
        return Encoding.ASCII.GetBytes(lines.ToString());

        void Line(string line) => lines.Append(line).Append("\r\n");

        void Part(string type, string body)
        {
            Line($"--{boundary}");
            Line($"Content-Type: {type}; charset=utf-8");
            Line("Content-Transfer-Encoding: base64");
            Line("");
            // Mail's line end is CR LF, inside base64 too.
            var bytes = Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\r\n"));
            foreach (var chunk in bytes.Chunk(57)) Line(Convert.ToBase64String(chunk));
        }
    }

    private static string Zone(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
