using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrisisFlow.Settings;

public sealed class MailSettings
{
    [Description("Sender's address.")]
    public string From { get; set; } = "crisisflow@localhost";

    [Description("Sender's name.")]
    public string FromName { get; set; } = "CrisisFlow";

    [Description("outbox = files in the data folder's outbox; smtp = a mail server. On Azure always SendGrid.")]
    [OnlyOn(HostKind.Local)]
    public MailTransportKind Transport { get; set; } = MailTransportKind.Outbox;

    [Description("The mail server.")]
    [OnlyOn(HostKind.Local)]
    public SmtpSettings Smtp { get; set; } = new();

    [Description("SendGrid validates mails but does not deliver them.")]
    [OnlyOn(HostKind.Azure)]
    public bool SandboxMode { get; set; }
}

public enum MailTransportKind
{
    Outbox,
    Smtp,
}

public sealed class SmtpSettings
{
    [Description("Host name of the mail server.")]
    public string Host { get; set; } = "";

    [Description("Port of the mail server. Port 465 uses implicit TLS.")]
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    [Description("Require STARTTLS; if false, mail may be sent unencrypted. No effect on port 465.")]
    public bool StartTls { get; set; } = true;

    [Description("User name; empty = no login.")]
    public string User { get; set; } = "";

    [Description("Password; use ${env:NAME} to read it from the environment.")]
    public string Password { get; set; } = "";

    [Description("Time limit for one delivery; connecting may take up to half of it.")]
    [Range(typeof(TimeSpan), "00:00:02", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
