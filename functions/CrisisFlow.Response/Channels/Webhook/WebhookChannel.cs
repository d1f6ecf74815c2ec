using System.ComponentModel;
using CrisisFlow.Response.Channels.Delivering;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Response.Channels.Webhook;

public sealed class WebhookSettings : IChannelSettings
{
    [Description("Webhooks that receive every published statement, signed.")]
    public List<WebhookTarget> Webhooks { get; set; } = [];

    public bool IsSetUp => Webhooks.Count > 0;

    public IEnumerable<(string Setting, string Message)> Failures()
    {
        foreach (var (i, target) in Webhooks.Index())
        {
            if (target.Url is null)
                yield return ($"webhooks[{i}].url", "A webhook needs an address.");
            if (target.Secret.Length < WebhookTarget.ShortestSecret)
                yield return (
                    $"webhooks[{i}].secret",
                    $"The secret has {target.Secret.Length} characters; it has {WebhookTarget.ShortestSecret} or more."
                );
        }
    }
}

public sealed class WebhookTarget
{
    internal const int ShortestSecret = 16;

    [Description("Name shown in the case.")]
    public string Name { get; set; } = "";

    [Description("Address to post to.")]
    public Uri? Url { get; set; }

    [Description("Secret used for the signature; use ${env:NAME} to read it from the environment.")]
    public string Secret { get; set; } = "";
}

/// <summary>A signed JSON post to every address in settings.</summary>
public sealed class WebhookChannel() : Channel<WebhookSettings>(Id)
{
    public const string Id = "webhook";

    protected override ChannelPublisher Open(WebhookSettings settings, ChannelTools tools) =>
        new WebhookClient(tools.Http, tools.Receipts, settings.Webhooks, tools.Time).PublishAsync;
}
