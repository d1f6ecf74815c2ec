using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrisisFlow.Settings;

public sealed class CaseSettings
{
    [Description("Folder with playbooks (*.yaml); empty = only the built-in playbook.")]
    public string Playbooks { get; set; } = "";
}

public sealed class LinkSettings
{
    [Description("How long a link in a mail stays valid.")]
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(72);

    [Description("Signing key, at least 32 bytes in base64. Empty = the host generates and keeps its own.")]
    public string CurrentKey { get; set; } = "";

    [Description("Previous signing key in base64; links signed with it stay valid.")]
    public string PreviousKey { get; set; } = "";
}

public sealed class RetentionSettings
{
    [Description("Mentions and minute buckets are deleted after this time.")]
    [Range(typeof(TimeSpan), "2.00:00:00", "730.00:00:00")]
    public TimeSpan Mentions { get; set; } = TimeSpan.FromDays(90);

    [Description("Warnings are deleted after this time.")]
    [Range(typeof(TimeSpan), "7.00:00:00", "3650.00:00:00")]
    public TimeSpan Warnings { get; set; } = TimeSpan.FromDays(730);

    [Description("Finished orchestration history is purged after this time.")]
    [OnlyOn(HostKind.Azure)]
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan History { get; set; } = TimeSpan.FromDays(30);
}

public sealed class ApiKeySettings
{
    [Description("Key for POST /mentions, sent in the header X-Api-Key; empty = only this machine may post.")]
    public string Mentions { get; set; } = "";

    [Description("Key for the team's pages, which no signed link leads to; empty = this machine only.")]
    public string Pages { get; set; } = "";
}

public sealed class StageSettings
{
    [Description("How often to check for sources that are due.")]
    [OnlyOn(HostKind.Local)]
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(15);

    [Description("How often warnings are evaluated.")]
    [OnlyOn(HostKind.Local)]
    [Range(typeof(TimeSpan), "00:00:10", "00:15:00")]
    public TimeSpan Evaluate { get; set; } = TimeSpan.FromMinutes(1);

    [Description("How often cases are swept for unprocessed signals, deadlines and actions.")]
    [OnlyOn(HostKind.Local)]
    [Range(typeof(TimeSpan), "00:00:01", "00:15:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(15);

    [Description("Alert the administrators when a stage has not run for this long.")]
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromMinutes(15);
}

public sealed class TelemetrySettings
{
    [Description("OTLP endpoint for metrics and traces; empty = no export.")]
    [OnlyOn(HostKind.Local)]
    public string OtlpEndpoint { get; set; } = "";
}
