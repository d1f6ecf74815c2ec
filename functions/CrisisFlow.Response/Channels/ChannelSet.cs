using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Mail;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Channels;

/// <summary>The channels of this installation by name.</summary>
public static class ChannelSet
{
    /// <summary>The tables the channels keep; to create at start.</summary>
    public static readonly IReadOnlyList<string> Tables = [StatementStore.Table, ReceiptStore.Table];

    /// <summary>Names of the channels that settings set up.</summary>
    public static IEnumerable<string> Names(CrisisFlowSettings settings)
    {
        if (settings.Channels.StatementPage) yield return Channel.StatementPage;
        if (settings.Channels.TalkTrack) yield return Channel.TalkTrack;
        if (settings.Channels.Webhooks.Count > 0) yield return Channel.Webhook;
        if (settings.Channels.PressList.Count > 0) yield return Channel.PressMail;
    }

    /// <param name="http">From the one guarded handler.</param>
    public static IReadOnlyDictionary<string, ChannelPublisher> Create(CrisisFlowSettings settings, IEntityStore store, IMailTransport mail, HttpClient http, TimeProvider time)
    {
        var book = new ReceiptStore(store);
        var pages = new OwnPages(new StatementStore(store), settings.Site);
        var channels = new Dictionary<string, ChannelPublisher>(StringComparer.Ordinal);
        if (settings.Channels.StatementPage) channels[Channel.StatementPage] = pages.PublishStatementAsync;
        if (settings.Channels.TalkTrack) channels[Channel.TalkTrack] = pages.PublishTalkTrackAsync;
        if (settings.Channels.Webhooks.Count > 0) channels[Channel.Webhook] = new Webhook(http, book, settings.Channels.Webhooks, time).PublishAsync;
        if (settings.Channels.PressList.Count > 0) channels[Channel.PressMail] = new PressMail(mail, book, settings).PublishAsync;
        return channels;
    }
}
