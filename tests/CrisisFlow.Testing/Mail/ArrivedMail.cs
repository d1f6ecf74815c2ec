using System.Security.Cryptography;
using System.Text;
using CrisisFlow.Mail;
using MimeKit;
using Xunit;

namespace CrisisFlow.Testing.Mail;

/// <summary>What a mail program would show, and the headers that it goes by.</summary>
/// <param name="From">Name and address.</param>
/// <param name="Headers">Name and value in order of names, without those that every mail has of itself.</param>
public sealed record ArrivedMail(string From, string To, string Subject, string Text, string Html, string Headers)
{
    private static readonly string[] OfItself = ["from", "to", "subject", "date", "mime-version", "content-type"];

    /// <summary>A mail as its bytes say.</summary>
    public static ArrivedMail Read(byte[] eml)
    {
        using var mail = MimeMessage.Load(new MemoryStream(eml));
        var parts = Assert.IsType<MultipartAlternative>(mail.Body).Cast<TextPart>().ToList();
        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.ContentType.MimeType));
        Assert.All(parts, part => Assert.Equal("utf-8", part.ContentType.Charset));
        Assert.All(OfItself.Except(["content-type"]), name => Assert.Single(mail.Headers, header => IsNamed(header, name)));
        var (from, to) = (Assert.IsType<MailboxAddress>(Assert.Single(mail.From)), Assert.IsType<MailboxAddress>(Assert.Single(mail.To)));
        return new ArrivedMail(
            Mailbox(from.Name, from.GetAddress(true)), Mailbox(to.Name, to.GetAddress(true)), mail.Subject ?? "",
            Lines(parts[0].Text), Lines(parts[1].Text), Sorted(mail.Headers.Select(header => (header.Field, header.Value))));
    }

    /// <summary>A mail as a service was asked to send it.</summary>
    public static ArrivedMail Of(
        (string? Name, string Address) from, (string? Name, string Address) to, string subject, string text, string html,
        IEnumerable<(string Name, string Value)> headers) =>
        new(Mailbox(from.Name, from.Address), Mailbox(to.Name, to.Address), subject, Lines(text), Lines(html), Sorted(headers));

    /// <summary>What has to arrive of a mail whose sender is at brand.example.</summary>
    internal static ArrivedMail Expected(SampleMail sample)
    {
        var (mail, id) = (sample.Mail, $"<mail.{Hash(sample.Mail.Id)}@brand.example>");
        var headers = new List<(string, string)>
        {
            ("Message-ID", id), ("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All"),
        };
        if (mail.Thread is { } thread)
            foreach (var name in (string[])["In-Reply-To", "References"])
                headers.Add((name, $"<case.{Hash(thread)}@brand.example>"));
        return new ArrivedMail(
            Mailbox(sample.Name ?? mail.From.Name, mail.From.Address), Mailbox(sample.Name ?? mail.To.Name, sample.Address ?? mail.To.Address),
            sample.Subject ?? mail.Subject, Lines(sample.Body ?? mail.Text), Lines(sample.Body ?? mail.Html), Sorted(headers));
    }

    private static bool IsNamed(Header header, string name) => header.Field.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Mailbox(string? name, string address) => string.IsNullOrEmpty(name) ? address : $"{name} <{address}>";

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static string Sorted(IEnumerable<(string Name, string Value)> headers) => string.Join("\n", headers
        .Select(header => (Name: header.Name.ToLowerInvariant(), header.Value))
        .Where(header => !OfItself.Contains(header.Name))
        .Select(header => $"{header.Name}: {header.Value}").Order(StringComparer.Ordinal));

    private static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];
}
