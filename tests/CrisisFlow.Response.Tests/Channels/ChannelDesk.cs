using CrisisFlow.Mail;
using CrisisFlow.Response.Channels;
using CrisisFlow.Response.Channels.Delivering;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CrisisFlow.Response.Tests.Channels;

/// <summary>
/// What a channel is opened with: settings, a store, a mailbox, a clock and somebody who answers over HTTP.
/// </summary>
internal sealed class ChannelDesk : IMailTransport
{
    public ChannelDesk()
    {
        Store.CreateTablesAsync(ChannelList.Tables).Wait();
        Settings.Brand.Name = "晴天电商";
        Settings.Site.BaseUrl = new Uri("https://crisis.qingtian.example");
        Settings.Mail.From = "crisis@qingtian.example";
    }

    public FakeTimeProvider Clock { get; } = new(SampleOrder.Approved);

    public MemoryEntityStore Store { get; } = new();

    public CrisisFlowSettings Settings { get; } = ChannelList.NewSettings();

    public Receiver Receiver { get; } = new();

    public List<MailMessage> Mails { get; } = [];

    public Func<MailMessage, Delivery> MailAnswer { get; set; } = mail => new Delivery.Delivered(mail.To.Address);

    public ChannelPublisher Open(Channel channel) =>
        channel.Open(new ChannelTools(Settings, Store, this, new HttpClient(Receiver), Clock));

    public Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        Mails.Add(mail);
        return Task.FromResult(MailAnswer(mail));
    }
}

/// <summary>Takes what is posted, and answers.</summary>
internal sealed class Receiver : HttpMessageHandler
{
    public List<(Dictionary<string, string> Headers, byte[] Body)> Requests { get; } = [];

    public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } =
        _ => new HttpResponseMessage(System.Net.HttpStatusCode.OK);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.First());
        Requests.Add((headers, await request.Content!.ReadAsByteArrayAsync(cancellationToken)));
        return Answer(request);
    }
}
