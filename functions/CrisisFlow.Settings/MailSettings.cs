using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrisisFlow.Settings;

public sealed class MailSettings
{
    [Description("Sender's address.")]
    public string From { get; set; } = "crisisflow@localhost";

    [Description("Sender's name.")]
    public string FromName { get; set; } = "CrisisFlow";

    [Description("outbox = files in the data folder's outbox; smtp = a mail server. Azure always uses SendGrid.")]
    [OnlyOn(HostKind.Local)]
    public MailTransportKind Transport { get; set; } = MailTransportKind.Outbox;

    [Description("The mail server.")]
    [OnlyOn(HostKind.Local)]
    public SmtpSettings Smtp { get; set; } = new();

    [Description("SendGrid checks the mail but does not deliver it.")]
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

    [Description("Port of the mail server. On 465 the connection is encrypted from the first byte (implicit TLS).")]
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    [Description("STARTTLS is required; without it mail goes out unencrypted. No effect on port 465.")]
    public bool StartTls { get; set; } = true;

    [Description("User name; empty = no login.")]
    public string User { get; set; } = "";

    [Description("Password; write ${env:NAME} to take it from the environment.")]
    public string Password { get; set; } = "";

    [Description("Time limit of one delivery; connecting may take half of it.")]
    [Range(typeof(TimeSpan), "00:00:02", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
