using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Settings;

/// <summary>One source that is polled.</summary>
public sealed class SourceSettings
{
    [Description("Unique name, shown in mails and on pages and stored with every mention.")]
    public string Name { get; set; } = "";

    [Description("Address of the feed or API.")]
    public Uri? Url { get; set; }

    [Description("Kind of source; it decides how a mention counts.")]
    public SourceCategory Category { get; set; } = SourceCategory.News;

    [Description("How often the source is polled.")]
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);

    [Description(
        "Language of the source, such as zh or en; empty = as its documents state. It decides what the time "
            + "zone CST means."
    )]
    public string Language { get; set; } = "";

    [Description(
        "IANA time zone of dates that name none, such as Asia/Shanghai; empty = UTC, in Chinese words China's time."
    )]
    public string TimeZone { get; set; } = "";

    [Description("Where to find the fields in a JSON API; omit for feeds and archives.")]
    public JsonMapping? Mapping { get; set; }

    [Description("Headers sent to the source's own host only; use ${env:NAME} to read a key from the environment.")]
    public Dictionary<string, string> Headers { get; set; } = [];

    [Description("Alert the administrators after this long without a new item; 0 = never.")]
    [Range(typeof(TimeSpan), "00:00:00", "90.00:00:00")]
    public TimeSpan QuietAfter { get; set; } = TimeSpan.FromDays(1);

    [Description("Alert the administrators after this many consecutive failures.")]
    [Range(1, 100)]
    public int FailingAfter { get; set; } = 3;

    /// <summary>Null when none is set.</summary>
    /// <exception cref="SettingsException">This machine does not know it; the start check says so before.</exception>
    public TimeZoneInfo? Zone() =>
        TimeZone.Length == 0
            ? null
            : IanaZones.Find(TimeZone)
                ?? throw new SettingsException([
                    new("settings", $"sources.{Name}.timeZone", ZoneName.Unknown(TimeZone)),
                ]);
}

/// <summary>What holds for fetching from all sources and for sending to webhooks.</summary>
public sealed class FetchSettings
{
    [Description(
        "Non-public hosts, or hosts on another port, that may be contacted: feeds.intern, 10.1.2.3:8080, "
            + "[::1]:5001."
    )]
    public List<string> AllowHosts { get; set; } = [];
}
