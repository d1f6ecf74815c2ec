using CrisisFlow.Response.Channels.Delivering;
using CrisisFlow.Response.Channels.PressMail;
using CrisisFlow.Response.Channels.StatementPage;
using CrisisFlow.Response.Channels.TalkTrack;
using CrisisFlow.Response.Channels.Webhook;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;

namespace CrisisFlow.Response.Channels;

/// <summary>
/// The channels this product has. One line registers one: settings, check, schema, docs and playbooks follow.
/// </summary>
public static class ChannelList
{
    public static readonly IReadOnlyList<Channel> All =
    [
        new StatementPageChannel(),
        new TalkTrackChannel(),
        new WebhookChannel(),
        new PressMailChannel(),
    ];

    /// <summary>What playbooks may name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(channel => channel.Name)];

    /// <summary>The tables channels keep; to create at start.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [.. All.SelectMany(channel => channel.Tables), ReceiptStore.Table];

    /// <summary>Settings with every default, those of the channels among them.</summary>
    public static CrisisFlowSettings NewSettings() =>
        new() { Channels = new SettingsParts(All.Select(channel => channel.NewSettings())) };

    /// <summary>Names of the channels that settings set up.</summary>
    public static IEnumerable<string> SetUp(CrisisFlowSettings settings) =>
        All.Where(channel => channel.IsSetUp(settings)).Select(channel => channel.Name);

    /// <summary>The channels that settings set up, by name.</summary>
    public static IReadOnlyDictionary<string, ChannelPublisher> Open(ChannelTools tools) =>
        All.Where(channel => channel.IsSetUp(tools.Settings))
            .ToDictionary(channel => channel.Name, channel => channel.Open(tools), StringComparer.Ordinal);
}
