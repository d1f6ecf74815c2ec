using System.ComponentModel;

namespace CrisisFlow.Settings;

public sealed class ChannelSettings
{
    [Description("The product's own statement page with its Atom feed.")]
    public bool StatementPage { get; set; } = true;

    [Description("The talk-track page for customer service.")]
    public bool TalkTrack { get; set; } = true;

    [Description("Webhooks that get every published statement, signed.")]
    public List<WebhookSettings> Webhooks { get; set; } = [];

    [Description("Press addresses that get every published statement by mail.")]
    public List<string> PressList { get; set; } = [];
}

public sealed class WebhookSettings
{
    [Description("Name shown in the case.")]
    public string Name { get; set; } = "";

    [Description("Address that is posted to.")]
    public Uri? Url { get; set; }

    [Description("Secret the signature is made with; write ${env:NAME} to take it from the environment.")]
    public string Secret { get; set; } = "";
}
