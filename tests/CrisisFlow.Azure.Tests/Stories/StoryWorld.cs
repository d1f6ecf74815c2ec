using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Mail;
using CrisisFlow.Presentation.Links;
using CrisisFlow.Presentation.Mails;
using CrisisFlow.Response.Actions;
using CrisisFlow.Response.Channels;
using CrisisFlow.Response.Channels.Delivering;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Testing.Cases;

namespace CrisisFlow.Azure.Tests.Stories;

/// <summary>The world of one story: notes every mail and publication, and fails where the test says so.</summary>
internal sealed class StoryWorld : IMailTransport
{
    private readonly List<(string Id, Func<Delivery> Answer, int Times)> _faults = [];

    /// <summary>Ids of mails that arrived, in order.</summary>
    public List<string> Mails { get; } = [];

    public List<string> Publications { get; } = [];

    /// <summary>The next tries to send or publish an id that holds <paramref name="part"/> end otherwise.</summary>
    public void Fail(string part, Func<Delivery> answer, int times = 1) => _faults.Add((part, answer, times));

    public IReadOnlyList<ICaseActionPerformer> Performers()
    {
        var settings = new CrisisFlowSettings { People = [.. SamplePeople.InSettings(StoryCase.People)] };
        var mails = new CaseMails(new MailLinks(new LinkSigner(new LinkKeys(new byte[32])), settings), settings);
        var channels = new[] { "statement-page", "webhook" }.ToDictionary(
            name => name,
            _ => (ChannelPublisher)PublishAsync
        );
        return
        [
            new CaseMailSender(this, this, mails, settings),
            new StatementPublisher(channels),
            new FixedMeasurements(before: new(100, 80, 72), after: new(100, 10, 20)),
        ];
    }

    public Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        if (Fault(mail.Id) is { } fault)
            return Task.FromResult(fault);
        Mails.Add(mail.Id);
        return Task.FromResult<Delivery>(new Delivery.Delivered("sent"));
    }

    private Task<Delivery> PublishAsync(PublicationOrder order, CancellationToken cancellation)
    {
        if (Fault(order.Id.Value) is { } fault)
            return Task.FromResult(fault);
        Publications.Add(order.Id.Value);
        return Task.FromResult<Delivery>(new Delivery.Delivered("/" + order.Id));
    }

    private Delivery? Fault(string id)
    {
        var index = _faults.FindIndex(fault => id.Contains(fault.Id, StringComparison.Ordinal));
        if (index < 0)
            return null;
        var (part, answer, times) = _faults[index];
        if (times == 1)
            _faults.RemoveAt(index);
        else
            _faults[index] = (part, answer, times - 1);
        return answer();
    }
}
