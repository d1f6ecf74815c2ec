using System.ComponentModel;
using CrisisFlow.Warnings;

namespace CrisisFlow.Settings;

/// <summary>
/// Every setting of the product, under the names that settings files, environment and command line use.
/// </summary>
public sealed class CrisisFlowSettings
{
    [Description("The brand that is watched.")]
    public BrandSettings Brand { get; set; } = new();

    [Description("Where people reach the pages.")]
    public SiteSettings Site { get; set; } = new();

    [Description("Who is asked, told and may decide.")]
    public List<PersonSettings> People { get; set; } = [];

    [Description("What is watched for: each topic is a boolean query.")]
    public List<TopicSettings> Topics { get; set; } = [];

    [Description("What is polled: feeds, archives and JSON APIs.")]
    public List<SourceSettings> Sources { get; set; } = [];

    [Description("What holds for everything that is fetched or sent over HTTP.")]
    public FetchSettings Fetch { get; set; } = new();

    [Description("When to warn: thresholds, weights, windows.")]
    public WarningSettings Warnings { get; set; } = new();

    [Description("Cases and their playbooks.")]
    public CaseSettings Cases { get; set; } = new();

    [Description("Mail: sender and transport.")]
    public MailSettings Mail { get; set; } = new();

    [Description("Signed links in mails.")]
    public LinkSettings Links { get; set; } = new();

    [Description("Where approved statements are published.")]
    public SettingsParts Channels { get; set; } = new();

    [Description("How long things are kept.")]
    public RetentionSettings Retention { get; set; } = new();

    [Description("Keys that callers of the HTTP interface show.")]
    public ApiKeySettings ApiKeys { get; set; } = new();

    [Description("How often each stage runs, and when standing still is a warning.")]
    public StageSettings Stages { get; set; } = new();

    [Description("Metrics and traces.")]
    public TelemetrySettings Telemetry { get; set; } = new();
}
