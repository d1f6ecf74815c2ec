using System.ComponentModel;
using CrisisFlow.Mail;
using CrisisFlow.Presentation;
using CrisisFlow.Response.Channels.Delivering;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Response.Channels.TalkTrack;

public sealed class TalkTrackSettings : IChannelSettings
{
    [Description("The talk-track page for customer service.")]
    public bool TalkTrack { get; set; } = true;

    public bool IsSetUp => TalkTrack;

    public IEnumerable<(string Setting, string Message)> Failures() => [];
}

/// <summary>
/// The page customer service reads its answers from. It is a fold of the case: the publication's own record puts the
/// text there.
/// </summary>
public sealed class TalkTrackChannel() : Channel<TalkTrackSettings>(Id)
{
    public const string Id = "talk-track";

    protected override ChannelPublisher Open(TalkTrackSettings settings, ChannelTools tools)
    {
        var paths = new SitePaths(tools.Settings.Site);
        return (order, _) =>
            Task.FromResult<Delivery>(new Delivery.Delivered(paths.Absolute(paths.TalkTrack(order.Case.Value))));
    }
}
