using System.ComponentModel;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Settings;

public sealed class BrandSettings
{
    [Description("The brand's name as mails, pages and statements write it.")]
    public string Name { get; set; } = "";

    [Description("Code of the language that the public reads, and people who name none, such as zh or en.")]
    public string Language { get; set; } = "zh";

    [Description("Time zone of pages and of quiet hours, by its IANA name.")]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <exception cref="SettingsException">
    /// This machine does not know the zone. The start check says so before; quiet hours in another zone than the
    /// brand's would be wrong and nobody would see it.
    /// </exception>
    public TimeZoneInfo Zone() =>
        IanaZones.Find(TimeZone)
        ?? throw new SettingsException([new("settings", "brand.timeZone", ZoneName.Unknown(TimeZone))]);
}

public sealed class SiteSettings
{
    [Description("Address that links in mails start with. Never taken from a request.")]
    public Uri BaseUrl { get; set; } = new("http://localhost:7071");

    [Description("Address to listen on. Anything but loopback needs apiKeys.pages.")]
    [OnlyOn(HostKind.Local)]
    public string Listen { get; set; } = "http://127.0.0.1:7071";
}

public sealed class PersonSettings
{
    [Description("Short name used in the journal; a-z, 0-9 and '-'.")]
    public string Id { get; set; } = "";

    [Description("Name as mails and pages write it.")]
    public string Name { get; set; } = "";

    [Description("Mail address.")]
    public string Email { get; set; } = "";

    [Description("Code of the language of this person's mails and pages, such as zh or en; empty = the brand's.")]
    public string Language { get; set; } = "";

    [Description("Time zone of this person's mails, by its IANA name; empty = the brand's.")]
    public string TimeZone { get; set; } = "";

    [Description(
        "Roles: communications, legal, leadership, customer-service, operations, administrator, or a playbook's own."
    )]
    public List<string> Roles { get; set; } = [];

    [Description("Id of the person who stands in.")]
    public string Deputy { get; set; } = "";

    [Description("Gets no mail and may not decide.")]
    public bool Disabled { get; set; }
}

public sealed class TopicSettings
{
    [Description("Short name used in addresses and keys; a-z, 0-9 and '-'.")]
    public string Id { get; set; } = "";

    [Description("Name as pages write it.")]
    public string Name { get; set; } = "";

    [Description("Whose topic it is.")]
    public TopicType Type { get; set; } = TopicType.Own;

    [Description("Boolean query: AND, OR, NOT, \"phrases\", ( ).")]
    public string Match { get; set; } = "";
}
