#nullable disable
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

public class SendGridMessage
{
    public EmailAddress From { get; set; }

    public string Subject { get; set; }

    public List<Personalization> Personalizations { get; set; }

    public string PlainTextContent { get; set; }

    public string HtmlContent { get; set; }

    public Dictionary<string, string> Headers { get; set; }

    internal Dictionary<string, string> CustomArgs { get; set; }

    internal MailSettings MailSettings { get; set; }

    internal TrackingSettings TrackingSettings { get; set; }

    public void SetFrom(EmailAddress email) => From = email;

    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null) =>
        (Personalizations ??= []).Add(new Personalization { Tos = [email] });

    public void AddGlobalHeader(string key, string value) => (Headers ??= [])[key] = value;

    public void AddGlobalCustomArg(string key, string value) => (CustomArgs ??= [])[key] = value;

    public void SetSandBoxMode(bool enable) => MailSettings = new MailSettings(new Switch(enable));

    public void SetClickTracking(bool enable, bool enableText) =>
        TrackingSettings = (TrackingSettings ?? new(null, null)) with { ClickTracking = new ClickSwitch(enable, enableText) };

    public void SetOpenTracking(bool enable, string substitutionTag = null) =>
        TrackingSettings = (TrackingSettings ?? new(null, null)) with { OpenTracking = new Switch(enable) };
}

public class EmailAddress(string email, string name = null)
{
    [JsonPropertyName("name")]
    public string Name { get; set; } = name;

    [JsonPropertyName("email")]
    public string Email { get; set; } = email;
}

public class Personalization
{
    [JsonPropertyName("to")]
    public List<EmailAddress> Tos { get; set; }
}

internal sealed record Content(string Type, string Value);

internal sealed record Switch(bool Enable);

internal sealed record ClickSwitch(bool Enable, bool EnableText);

internal sealed record MailSettings(Switch SandboxMode);

internal sealed record TrackingSettings(ClickSwitch ClickTracking, Switch OpenTracking);
