using CrisisFlow.Cases;
using CrisisFlow.Mail;
using CrisisFlow.Presentation.Mails;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.App.Health;

/// <summary>Mails notices to the administrators, each to each once; what cannot be sent now is sent later.</summary>
public sealed class Notices(IEntityStore store, IMailTransport mail, CrisisFlowSettings settings)
{
    public const string Table = "notices";

    private const string Pending = "pending";

    private const string Known = "known";

    private static readonly TimeSpan GiveUp = TimeSpan.FromDays(1);

    /// <summary>Adds a notice; one that was added before changes nothing.</summary>
    public async Task AddAsync(Notice notice, CancellationToken cancellation = default)
    {
        if (await store.GetAsync(Table, new(Known, notice.Id), cancellation) is not null)
            return;
        foreach (var person in Roster.Of(settings).Where(p => !p.Disabled && p.Has(Role.Administrator)))
            await store.CommitAsync(
                Table,
                Pending,
                [new EntityChange.Upsert($"{notice.Id}-{person.Id}", Row(notice, person))],
                cancellation
            );
        await store.CommitAsync(
            Table,
            Known,
            [new EntityChange.Upsert(notice.Id, new() { { "at", notice.At } })],
            cancellation
        );
    }

    /// <summary>Sends what is pending and due.</summary>
    public async Task SendAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var rows = new List<Entity>();
        await foreach (var row in store.ScanAsync(Table, Pending, RowRange.All, 100, cancellation))
            if (row.Properties.Time("retryAt") is not { } retryAt || retryAt <= now)
                rows.Add(row);
        foreach (var row in rows)
        {
            var delivery = await mail.SendAsync(Write(row.Key.Row, row.Properties), cancellation);
            EntityChange change = new EntityChange.Delete(row.Key.Row, row.ETag);
            if (delivery is Delivery.FailedForNow later && now - row.Properties.Time("at") < GiveUp)
            {
                var again = new EntityProperties { { "retryAt", now + (later.RetryAfter ?? TimeSpan.FromMinutes(5)) } };
                foreach (var (name, value) in row.Properties)
                    if (name != "retryAt")
                        again.AddObject(name, value);
                change = new EntityChange.Replace(row.Key.Row, again, row.ETag);
            }

            await store.CommitAsync(Table, Pending, [change], cancellation);
        }
    }

    private static EntityProperties Row(Notice notice, Person person) =>
        new()
        {
            { "at", notice.At },
            { "title", notice.Title(Texts.For(person.Language)) },
            { "text", notice.Text(Texts.For(person.Language)) },
            { "email", person.Email },
            { "name", person.Name },
            { "language", person.Language.ToString() },
        };

    private MailMessage Write(string id, EntityProperties row)
    {
        var t = Texts.Find(row.Text("language")) ?? Texts.For(Language.All[0]);
        var blocks = new List<MailBlock> { new MailBlock.Say(row.Text("text")!) };
        return new MailMessage(
            "notice." + id,
            new MailAddress(settings.Mail.From, settings.Mail.FromName),
            new MailAddress(row.Text("email")!, row.Text("name")!),
            $"[CrisisFlow] {row.Text("title")}",
            MailFrame.ToHtml(t, settings.Brand.Name, Level.Yellow, row.Text("title")!, blocks),
            MailFrame.ToText(t, settings.Brand.Name, Level.Yellow, row.Text("title")!, blocks),
            "notices"
        );
    }
}
