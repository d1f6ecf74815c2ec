namespace CrisisFlow.Settings.Starting;

internal static class MailRules
{
    public static void Check(MailSettings mail, HostKind host, Findings findings)
    {
        if (!MailForm.IsAddress(mail.From))
            findings.Add("mail.from", $"'{mail.From}' is not a mail address.");
        if (host == HostKind.Local && mail.Transport == MailTransportKind.Smtp && mail.Smtp.Host.Length == 0)
            findings.Add("mail.smtp.host", "Mail by SMTP needs a host.");
    }
}
