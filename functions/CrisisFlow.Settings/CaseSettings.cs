using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrisisFlow.Settings;

public sealed class CaseSettings
{
    [Description("Folder with playbooks (*.yaml); empty = the built-in playbook alone.")]
    public string Playbooks { get; set; } = "";
}

public sealed class LinkSettings
{
    [Description("How long a link in a mail is good for.")]
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(72);

    [Description("The key that signs: 32 bytes or more in base64. Empty = the host makes and keeps its own.")]
    public string CurrentKey { get; set; } = "";

    [Description("The key before, in base64: still good for links that are out.")]
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
    [Description("Key for POST /mentions, in the header X-Api-Key; empty = refused from anywhere but this machine.")]
    public string Mentions { get; set; } = "";

    [Description("Key for pages that no signed link leads to; empty = this machine only.")]
    public string Pages { get; set; } = "";
}

public sealed class StageSettings
{
    [Description("How often sources that are due are looked for.")]
    [OnlyOn(HostKind.Local)]
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(15);

    [Description("How often warnings are evaluated.")]
    [OnlyOn(HostKind.Local)]
    [Range(typeof(TimeSpan), "00:00:10", "00:15:00")]
    public TimeSpan Evaluate { get; set; } = TimeSpan.FromMinutes(1);

    [Description("How often cases are swept for signals, deadlines and actions that nobody took.")]
    [OnlyOn(HostKind.Local)]
    [Range(typeof(TimeSpan), "00:00:01", "00:15:00")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(15);

    [Description("A stage that has not run for this long is a warning to the administrators.")]
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromMinutes(15);
}

public sealed class TelemetrySettings
{
    [Description("OTLP endpoint for metrics and traces; empty = none is exported.")]
    [OnlyOn(HostKind.Local)]
    public string OtlpEndpoint { get; set; } = "";
}
