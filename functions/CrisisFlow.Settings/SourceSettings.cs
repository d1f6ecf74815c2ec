using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading;

namespace CrisisFlow.Settings;

/// <summary>One source that is polled.</summary>
public sealed class SourceSettings
{
    [Description("Name shown in mails and pages and kept with every mention; unique.")]
    public string Name { get; set; } = "";

    [Description("Address of the feed or API.")]
    public Uri? Url { get; set; }

    [Description("What kind of place the source is; it decides how a mention counts.")]
    public SourceCategory Category { get; set; } = SourceCategory.News;

    [Description("How often the source is asked.")]
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);

    [Description(
        "Language of the source, such as zh or en; empty = what its documents say. It decides what the time "
            + "zone CST means."
    )]
    public string Language { get; set; } = "";

    [Description("Where the fields of a JSON API are; left out for feeds and archives.")]
    public JsonMapping? Mapping { get; set; }

    [Description("Headers sent to the source's own host; write ${env:NAME} to take a key from the environment.")]
    public Dictionary<string, string> Headers { get; set; } = [];

    [Description("No new item for this long is a warning; 0 = never.")]
    [Range(typeof(TimeSpan), "00:00:00", "90.00:00:00")]
    public TimeSpan QuietAfter { get; set; } = TimeSpan.FromDays(1);

    [Description("Failures in a row that are a warning.")]
    [Range(1, 100)]
    public int FailingAfter { get; set; } = 3;
}

/// <summary>What holds for fetching from all sources and for sending to webhooks.</summary>
public sealed class FetchSettings
{
    [Description(
        "Hosts that may be reached although they are not public, or on another port: feeds.intern, 10.1.2.3:8080, "
            + "[::1]:5001."
    )]
    public List<string> AllowHosts { get; set; } = [];
}
