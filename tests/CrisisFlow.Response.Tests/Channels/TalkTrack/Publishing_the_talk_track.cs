using CrisisFlow.Mail;
using CrisisFlow.Response.Channels.TalkTrack;

namespace CrisisFlow.Response.Tests.Channels.TalkTrack;

public sealed class Publishing_the_talk_track
{
    [Fact(Timeout = 120_000)]
    public async Task The_receipt_is_the_address_of_the_cases_talk_track()
    {
        var desk = new ChannelDesk();

        var delivery = await desk.Open(new TalkTrackChannel())(SampleOrder.Of(TalkTrackChannel.Id), default);

        Assert.Equal(new Delivery.Delivered("https://crisis.qingtian.example/talk-track/case-1"), delivery);
    }
}
