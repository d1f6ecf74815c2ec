using System.Security.Cryptography;
using System.Text;

namespace CrisisFlow.Mail;

/// <summary>The headers every transport has to set besides From, To, Subject and Date.</summary>
public static class MailHeaders
{
    /// <summary>Name and value; values are ASCII without line ends, safe to hand to any mail service.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> For(MailMessage mail)
    {
        var headers = new List<KeyValuePair<string, string>> { new("Message-ID", Id(mail, "mail", mail.Id)) };
        if (mail.Thread is { } thread)
        {
            // The thread's root is never sent; mail programs gather by it all the same.
            headers.Add(new("In-Reply-To", Id(mail, "case", thread)));
            headers.Add(new("References", Id(mail, "case", thread)));
        }

        headers.Add(new("Auto-Submitted", "auto-generated"));
        headers.Add(new("X-Auto-Response-Suppress", "All"));
        return headers;
    }

    /// <summary>The same id gives the same Message-ID at every try, whatever characters it holds.</summary>
    private static string Id(MailMessage mail, string what, string id)
    {
        var wire = MailAddresses.Wire(mail.From);
        return $"<{what}.{Hash(id)}@{wire[(wire.IndexOf('@', StringComparison.Ordinal) + 1)..]}>";
    }

    /// <summary>32 hexadecimal digits that stand for an id of any shape.</summary>
    public static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];
}
