using CrisisFlow.Core.Warnings;
using CrisisFlow.Runtime.Ingesting;
using CrisisFlow.Runtime.Mails;
using CrisisFlow.Runtime.Ports;
using CrisisFlow.Runtime.Responding;
using CrisisFlow.Runtime.Settings;

namespace CrisisFlow.Runtime.Warning;

/// <summary>Performs what warnings ask of the world, each effect under its own id until it is done or failed for good.</summary>
public sealed class WarningPerformance(IEntityStore store, WarningJournal journal, WarningMails mails, IMailTransport mail, WarningCases cases, CrisisFlowSettings settings)
{
    private const int AtOnce = 200;

    /// <summary>Everything of the topic that is due.</summary>
    public async Task PerformAsync(Topic topic, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var pending = new List<Entity>();
        await foreach (var row in store.ScanAsync(WarningTables.Warnings, topic.Id.Value, RowRange.Prefix(WarningTables.Pending), AtOnce, cancellation))
            if (row.Properties.Time("retryAt") is not { } retryAt || retryAt <= now) pending.Add(row);
        foreach (var row in pending)
            await PerformAsync(topic, row, now, cancellation);
    }

    private async Task PerformAsync(Topic topic, Entity row, DateTimeOffset now, CancellationToken cancellation)
    {
        var number = row.Properties.Number("event")!.Value;
        var name = row.Properties.Text("name")!;
        var happened = await journal.EventAsync(topic.Id, number, cancellation);
        var delivery = happened is null ? new Delivery.FailedForGood("The event that asked for it is gone.") : await DoAsync(topic, happened, name, now, cancellation);
        var tries = row.Properties.Number("tries")!.Value + 1;
        if (delivery is Delivery.FailedForNow later && tries < Backoff.Tries)
        {
            var again = new EntityProperties { { "event", number }, { "name", name }, { "tries", tries }, { "retryAt", now + Backoff.After((int)tries, later.RetryAfter) }, { "problem", later.Reason } };
            await store.CommitAsync(WarningTables.Warnings, topic.Id.Value, [new EntityChange.Replace(row.Key.Row, again, row.ETag)], cancellation);
            return;
        }

        var (receipt, problem) = delivery switch
        {
            Delivery.Delivered delivered => (delivered.Receipt, (string?)null),
            Delivery.FailedForGood failed => (null, failed.Reason),
            Delivery.FailedForNow failed => (null, failed.Reason),
            _ => throw new InvalidOperationException($"Unknown delivery {delivery.GetType().Name}."),
        };
        await store.CommitAsync(
            WarningTables.Warnings, topic.Id.Value,
            [
                new EntityChange.Delete(row.Key.Row, row.ETag),
                new EntityChange.Upsert(WarningTables.Effect(WarningTables.Done, number, name), new() { { "event", number }, { "name", name }, { "tries", tries }, { "at", now }, { "receipt", receipt }, { "problem", problem } }),
            ],
            cancellation);
    }

    private async Task<Delivery> DoAsync(Topic topic, WarningEvent happened, string name, DateTimeOffset now, CancellationToken cancellation)
    {
        if (name == new WarningEffect.TellCase().Name)
            return new Delivery.Delivered((await cases.TellAsync(topic, (WarningEvent.Raised)happened, now, cancellation)).Value);
        var person = Roster.Of(settings).FirstOrDefault(p => new WarningEffect.SendMail(p.Id.Value).Name == name);
        if (person is null || person.Disabled) return new Delivery.FailedForGood("The person is no longer in settings, or disabled.");
        return mails.Write(happened, topic.Id, person, now) is { } letter
            ? await mail.SendAsync(letter, cancellation)
            : new Delivery.FailedForGood("Nobody is mailed about this event.");
    }
}
