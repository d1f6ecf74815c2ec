using System.ComponentModel;
using CrisisFlow.Warnings;

namespace CrisisFlow.Settings;

/// <summary>
/// Every setting of the product, under the names that settings files, environment and command line use.
/// </summary>
public sealed class CrisisFlowSettings
{
    [Description("The brand to monitor.")]
    public BrandSettings Brand { get; set; } = new();

    [Description("Where the pages are served.")]
    public SiteSettings Site { get; set; } = new();

    [Description("The people who are assigned tasks, notified and may decide.")]
    public List<PersonSettings> People { get; set; } = [];

    [Description("What to monitor: each topic is a boolean query.")]
    public List<TopicSettings> Topics { get; set; } = [];

    [Description("What to poll: feeds, archives and JSON APIs.")]
    public List<SourceSettings> Sources { get; set; } = [];

    [Description("Rules for everything fetched or sent over HTTP.")]
    public FetchSettings Fetch { get; set; } = new();

    [Description("When to raise warnings: thresholds, weights, windows.")]
    public WarningSettings Warnings { get; set; } = new();

    [Description("Cases and their playbooks.")]
    public CaseSettings Cases { get; set; } = new();

    [Description("Mail sender and transport.")]
    public MailSettings Mail { get; set; } = new();

    [Description("Signed links in mails.")]
    public LinkSettings Links { get; set; } = new();

    [Description("Channels that approved statements are published to.")]
    public SettingsParts Channels { get; set; } = new();

    [Description("How long data is kept.")]
    public RetentionSettings Retention { get; set; } = new();

    [Description("Keys for callers of the HTTP API.")]
    public ApiKeySettings ApiKeys { get; set; } = new();

    [Description("How often each stage runs, and when a stalled stage is reported.")]
    public StageSettings Stages { get; set; } = new();

    [Description("Metrics and traces.")]
    public TelemetrySettings Telemetry { get; set; } = new();

    /// <summary>They came through the loader, which fills in what they ask of the environment.</summary>
    internal bool AreLoaded { get; set; }
}
