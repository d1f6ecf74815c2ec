using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Mail;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Azure.Tests.Stories;

/// <summary>The world of one story: notes every mail and publication, fails where the test says so, measures what the test says.</summary>
internal sealed class StoryWorld : IMailTransport
{
    private readonly List<(string Id, Func<Delivery> Answer, int Times)> _faults = [];

    public List<string> Mails { get; } = [];

    public List<string> Publications { get; } = [];

    /// <summary>Of each measurement in turn; the last one stays.</summary>
    public Queue<double> Indices { get; } = new([20]);

    /// <summary>The next tries to send or publish an id that holds <paramref name="part"/> end otherwise.</summary>
    public void Fail(string part, Func<Delivery> answer, int times = 1) => _faults.Add((part, answer, times));

    public CasePorts Outlets() => new()
    {
        Mail = this,
        DrillMail = this,
        WriteMail = order => new MailMessage($"{order.File.Id}.{order.Action.Id}", new("case@example.com", ""), new(order.To.Email, order.To.Name), order.Action.Kind.ToString(), "", ""),
        Channels = new[] { "statement-page", "webhook" }.ToDictionary(name => name, _ =>
            (ChannelPublisher)PublishAsync),
        DrillChannel = PublishAsync,
        Meter = (_, measure, _) => Task.FromResult(new EffectReadings(Reading(measure.Since, 80, 72), Reading(measure.Until, 10, Indices.Count > 1 ? Indices.Dequeue() : Indices.Peek()))),
    };

    public Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        if (Fault(mail.Id) is { } fault) return Task.FromResult(fault);
        Mails.Add($"{mail.Subject} to {mail.To.Name}");
        return Task.FromResult<Delivery>(new Delivery.Delivered("sent"));
    }

    private Task<Delivery> PublishAsync(PublicationOrder order, CancellationToken cancellation)
    {
        if (Fault(order.Id.Value) is { } fault) return Task.FromResult(fault);
        Publications.Add(order.Id.Value);
        return Task.FromResult<Delivery>(new Delivery.Delivered("/" + order.Id));
    }

    private Delivery? Fault(string id)
    {
        var index = _faults.FindIndex(fault => id.Contains(fault.Id, StringComparison.Ordinal));
        if (index < 0) return null;
        var (part, answer, times) = _faults[index];
        if (times == 1) _faults.RemoveAt(index);
        else _faults[index] = (part, answer, times - 1);
        return answer();
    }

    private static EffectReading Reading(DateTimeOffset until, long negative, double index) => new(until - TimeSpan.FromHours(1), until, 100, negative, index);
}
