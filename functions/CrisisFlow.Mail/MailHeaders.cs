using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace CrisisFlow.Mail;

/// <summary>The headers that tie mails together and keep machines from answering.</summary>
public static class MailHeaders
{
    /// <summary>Values are ASCII without line ends, safe to hand to any mail service.</summary>
    internal static void Add(HeaderList headers, MailMessage mail, string domain)
    {
        headers.Add("Message-ID", $"<mail.{Hash(mail.Id)}@{domain}>");
        if (mail.Thread is { } thread)
        {
            // The thread's root is never sent; mail programs gather by it all the same.
            var root = $"<case.{Hash(thread)}@{domain}>";
            headers.Add("In-Reply-To", root);
            headers.Add("References", root);
        }

        headers.Add("Auto-Submitted", "auto-generated");
        headers.Add("X-Auto-Response-Suppress", "All");
    }

    /// <summary>32 hexadecimal digits that stand for an id of any shape: the same id, the same Message-ID.</summary>
    public static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];
}
