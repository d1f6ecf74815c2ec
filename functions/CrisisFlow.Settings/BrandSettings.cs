using System.ComponentModel;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Settings;

public sealed class BrandSettings
{
    [Description("Brand name, as shown in mails, pages and statements.")]
    public string Name { get; set; } = "";

    [Description("Default language code, such as zh or en, for public pages and for people without a language.")]
    public string Language { get; set; } = "zh";

    [Description("IANA time zone for pages and quiet hours.")]
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
    [Description("Base address of links in mails. Never taken from a request.")]
    public Uri BaseUrl { get; set; } = new("http://localhost:7071");

    [Description("Address to listen on. Anything but loopback needs apiKeys.pages.")]
    [OnlyOn(HostKind.Local)]
    public string Listen { get; set; } = "http://127.0.0.1:7071";
}

public sealed class PersonSettings
{
    [Description("Short id used in the journal; a-z, 0-9 and '-'.")]
    public string Id { get; set; } = "";

    [Description("Name, as shown in mails and on pages.")]
    public string Name { get; set; } = "";

    [Description("Mail address.")]
    public string Email { get; set; } = "";

    [Description("Language code for this person's mails and pages, such as zh or en; empty = the brand's.")]
    public string Language { get; set; } = "";

    [Description("IANA time zone for this person's mails; empty = the brand's.")]
    public string TimeZone { get; set; } = "";

    [Description(
        "Roles: communications, legal, leadership, customer-service, operations, administrator, "
            + "or one defined by a playbook."
    )]
    public List<string> Roles { get; set; } = [];

    [Description("Id of this person's deputy.")]
    public string Deputy { get; set; } = "";

    [Description("This person gets no mail and cannot decide.")]
    public bool Disabled { get; set; }
}

public sealed class TopicSettings
{
    [Description("Short id used in addresses and keys; a-z, 0-9 and '-'.")]
    public string Id { get; set; } = "";

    [Description("Name, as shown on pages.")]
    public string Name { get; set; } = "";

    [Description("Whose topic it is.")]
    public TopicType Type { get; set; } = TopicType.Own;

    [Description("Boolean query: AND, OR, NOT, \"phrases\", ( ).")]
    public string Match { get; set; } = "";
}
