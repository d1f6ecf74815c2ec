using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Xunit;

namespace CrisisFlow.Testing.Mail;

/// <summary>What a mail program would show, and the headers that it goes by.</summary>
/// <param name="From">Name and address.</param>
/// <param name="Headers">Name and value in order of names, without those that every mail has of itself.</param>
public sealed record ArrivedMail(string From, string To, string Subject, string Text, string Html, string Headers)
{
    private static readonly string[] OfItself = ["from", "to", "subject", "date", "mime-version"];

    /// <summary>A mail as its bytes say.</summary>
    public static ArrivedMail Read(byte[] eml)
    {
        using var mail = MimeMessage.Load(new MemoryStream(eml));
        var parts = Assert.IsType<MultipartAlternative>(mail.Body).Cast<TextPart>().ToList();
        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.ContentType.MimeType));
        Assert.All(parts, part => Assert.Equal("utf-8", part.ContentType.Charset));
        var names = mail.Headers.Select(header => header.Field.ToLowerInvariant()).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.Empty(OfItself.Except(names));
        var (from, to) = (Assert.Single(mail.From.Mailboxes), Assert.Single(mail.To.Mailboxes));
        return Of(
            (from.Name, from.GetAddress(true)),
            (to.Name, to.GetAddress(true)),
            mail.Subject ?? "",
            parts[0].Text,
            parts[1].Text,
            mail.Headers.Select(header => (header.Field, header.Value))
        );
    }

    /// <summary>A mail as a service was asked to send it.</summary>
    public static ArrivedMail Of(
        (string? Name, string Address) from,
        (string? Name, string Address) to,
        string subject,
        string text,
        string html,
        IEnumerable<(string Name, string Value)> headers
    ) => new(Mailbox(from), Mailbox(to), subject, Lines(text), Lines(html), Sorted(headers));

    /// <summary>What has to arrive of a mail whose sender is at brand.example.</summary>
    internal static ArrivedMail Expected(SampleMail sample)
    {
        var mail = sample.Mail;
        var headers = new List<(string, string)>
        {
            ("Message-ID", $"<mail.{Hash(mail.Id)}@brand.example>"),
            ("Auto-Submitted", "auto-generated"),
            ("X-Auto-Response-Suppress", "All"),
        };
        if (mail.Thread is { } thread)
            foreach (var name in (string[])["In-Reply-To", "References"])
                headers.Add((name, $"<case.{Hash(thread)}@brand.example>"));
        return Of(
            (sample.Name ?? mail.From.Name, mail.From.Address),
            (sample.Name ?? mail.To.Name, sample.Address ?? mail.To.Address),
            sample.Subject ?? mail.Subject,
            sample.Body ?? mail.Text,
            sample.Body ?? mail.Html,
            headers
        );
    }

    private static string Mailbox((string? Name, string Address) mailbox) =>
        string.IsNullOrEmpty(mailbox.Name) ? mailbox.Address : $"{mailbox.Name} <{mailbox.Address}>";

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static string Sorted(IEnumerable<(string Name, string Value)> headers) =>
        string.Join(
            "\n",
            headers
                .Select(header => (Name: header.Name.ToLowerInvariant(), header.Value))
                .Where(header => !OfItself.Contains(header.Name))
                .Select(header => $"{header.Name}: {header.Value}")
                .Order(StringComparer.Ordinal)
        );

    private static string Hash(string id) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];
}
