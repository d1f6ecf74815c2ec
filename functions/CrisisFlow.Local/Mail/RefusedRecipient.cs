using System.Text.RegularExpressions;
using MailKit.Net.Smtp;

namespace CrisisFlow.Local.Mail;

/// <summary>
/// Tells a refusal that names the recipient, which no later try can change, from every other: login, relaying, quota,
/// policy and sender are about us and can be mended.
/// </summary>
internal static partial class RefusedRecipient
{
    /// <summary>
    /// Codes of RFC 3463 and 7505 that are about the address or the mailbox written to. 5.1.7 and 5.1.8 are about the
    /// sender's, 5.1.0 may be about either.
    /// </summary>
    private static readonly string[] Codes = ["5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.1"];

    public static bool Is(SmtpErrorCode refused, int status, string text)
    {
        // Before RCPT TO a server does not know the recipient; some refuse him only once they have the mail.
        var mayName = refused is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
        if (status is < 500 or > 599 || !mayName)
            return false;
        var code = EnhancedCode().Match(text);
        return code.Success
            ? Codes.Contains(code.Value)
            : refused == SmtpErrorCode.RecipientNotAccepted && status is 550 or 551 or 553;
    }

    // Some servers write it as '#5.1.1' or behind the address; an IP address that begins so is none.
    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)")]
    private static partial Regex EnhancedCode();
}
