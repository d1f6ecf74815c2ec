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

namespace CrisisFlow.Testing.Cases;

/// <summary>The world outside a case: keeps what arrived, and answers as a test wants.</summary>
public sealed class CaseWorld : IMailTransport
{
    public CaseWorld() => Settings.People.AddRange(SamplePeople.InSettings(SamplePeople.Roster));

    public CrisisFlowSettings Settings { get; } = new();

    /// <summary>Mails that arrived, in order, again when one arrived twice.</summary>
    public List<MailMessage> Mails { get; } = [];

    public List<PublicationOrder> Publications { get; } = [];

    /// <summary>Answers to the next tries of whatever is tried; after them everything goes through.</summary>
    public Queue<Delivery> Answers { get; } = [];

    /// <summary>Called while a mail is under way.</summary>
    public Func<Task> WhileSending { get; set; } = () => Task.CompletedTask;

    /// <summary>What a host performs actions with, but for the measurements.</summary>
    public IReadOnlyList<ICaseActionPerformer> Performers =>
        [
            new CaseMailSender(
                this,
                this,
                new CaseMails(new MailLinks(new LinkSigner(new LinkKeys(new byte[32])), Settings), Settings),
                Settings
            ),
            new StatementPublisher(
                new Dictionary<string, ChannelPublisher>
                {
                    [Channel.StatementPage] = PublishAsync,
                    [Channel.Webhook] = PublishAsync,
                }
            ),
            new FixedMeasurements(before: new(100, 80, 72), after: new(40, 10, 20)),
        ];

    public async Task<Delivery> SendAsync(MailMessage mail, CancellationToken cancellation = default)
    {
        await WhileSending();
        var answer = Answer(mail.Id);
        if (answer is Delivery.Delivered)
            Mails.Add(mail);
        return answer;
    }

    private Task<Delivery> PublishAsync(PublicationOrder order, CancellationToken cancellation)
    {
        var answer = Answer($"receipt-{order.Id}");
        if (answer is Delivery.Delivered)
            Publications.Add(order);
        return Task.FromResult(answer);
    }

    private Delivery Answer(string receipt) =>
        Answers.TryDequeue(out var answer) ? answer : new Delivery.Delivered(receipt);
}
