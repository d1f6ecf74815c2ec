namespace CrisisFlow.Settings.Starting;

internal static class MailRules
{
    public static void Check(CrisisFlowSettings settings, HostKind host, Findings findings)
    {
        var mail = settings.Mail;
        if (!MailForm.IsAddress(mail.From))
            findings.Add("mail.from", $"'{mail.From}' is not a mail address.");
        var smtp = host == HostKind.Local && mail.Transport == MailTransportKind.Smtp;
        if (smtp && mail.Smtp.Host.Length == 0)
            findings.Add("mail.smtp.host", "Mail by SMTP needs a host.");
        else if (smtp && !SiteRules.IsThisMachine("smtp://" + mail.Smtp.Host))
            Leaving(settings, "SMTP", findings);
        else if (host == HostKind.Azure && !mail.SandboxMode)
            Leaving(settings, "SendGrid", findings);
    }

    /// <summary>
    /// What works on this machine alone and not where the mails are read. A mail server on this machine is for trying.
    /// </summary>
    private static void Leaving(CrisisFlowSettings settings, string by, Findings findings)
    {
        if (settings.Site.BaseUrl.IsLoopback)
            findings.Add(
                "site.baseUrl",
                $"'{settings.Site.BaseUrl}' is this machine, but mail leaves it by {by}: whoever clicks a link of a "
                    + "mail elsewhere reaches nothing. Set the address at which people reach this site."
            );
        if (settings.Mail.From.EndsWith("@localhost", StringComparison.OrdinalIgnoreCase))
            findings.Add(
                "mail.from",
                $"'{settings.Mail.From}' is no sender that another mail server accepts, but mail leaves this machine "
                    + $"by {by}. Set an address of your own domain."
            );
    }
}
