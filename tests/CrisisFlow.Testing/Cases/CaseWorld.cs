using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Mail;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Testing.Cases;


/// <summary>The world outside a case: keeps what arrived, and answers as a test wants.</summary>
public sealed class CaseWorld : IMailTransport
{
    /// <summary>Ids of mails that arrived, in order, again when one arrived twice.</summary>
    public List<CaseMailOrder> Mails { get; } = [];

    public List<PublicationOrder> Publications { get; } = [];

    /// <summary>Answers to the next tries of whatever is tried; after them everything goes through.</summary>
    public Queue<Delivery> Answers { get; } = [];

    /// <summary>What the meter reads; falls to calm by itself.</summary>
    public Queue<EffectReadings> Readings { get; } = [];

    /// <summary>Called while a mail is under way.</summary>
    public Func<Task> WhileSending { get; set; } = () => Task.CompletedTask;

    public CasePorts Outlets => new()
    {
        Mail = this,
        DrillMail = this,
        WriteMail = Write,
        Channels = new Dictionary<string, ChannelPublisher> { [Channel.StatementPage] = PublishAsync, [Channel.Webhook] = PublishAsync },
        DrillChannel = PublishAsync,
        Meter = (file, measure, _) => Task.FromResult(Readings.TryDequeue(out var readings) ? readings : new EffectReadings(
            new EffectReading(measure.Since - measure.Window, measure.Since, 100, 80, 72),
            new EffectReading(measure.Until - measure.Window, measure.Until, 40, 10, 20))),
    };

    private readonly Dictionary<string, CaseMailOrder> _written = [];

    public async Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        await WhileSending();
        var answer = Answer(mail.Id);
        if (answer is Delivery.Delivered) Mails.Add(_written[mail.Id]);
        return answer;
    }

    private MailMessage Write(CaseMailOrder order)
    {
        _written[order.Action.Id.Value] = order;
        return new MailMessage(order.Action.Id.Value, new MailAddress("crisisflow@example.com", "CrisisFlow"), new MailAddress(order.To.Email, order.To.Name), order.Action.Kind.ToString(), "", "");
    }

    private Task<Delivery> PublishAsync(PublicationOrder order, CancellationToken cancellation)
    {
        var answer = Answer($"receipt-{order.Id}");
        if (answer is Delivery.Delivered) Publications.Add(order);
        return Task.FromResult(answer);
    }

    private Delivery Answer(string receipt) => Answers.TryDequeue(out var answer) ? answer : new Delivery.Delivered(receipt);
}
