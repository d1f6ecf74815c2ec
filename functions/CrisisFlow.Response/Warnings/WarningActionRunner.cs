using System.Collections.Concurrent;
using CrisisFlow.Cases;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Mail;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Presentation.Mails;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.Response.Warnings;

/// <summary>
/// Performs what warnings ask of the world, each effect under its own id until it is done or failed for good.
/// </summary>
public sealed class WarningActionRunner(
    IEntityStore store,
    WarningJournal journal,
    WarningMails mails,
    IMailTransport mail,
    WarningCases cases,
    CrisisFlowSettings settings
)
{
    private const int AtOnce = 200;

    /// <summary>Number of a topic's events at which nothing was left to perform.</summary>
    private readonly ConcurrentDictionary<TopicId, long> _performed = new();

    private static readonly string CaseName = new WarningAction.TellCase().Name;

    /// <summary>
    /// How long a warning's mail waits for a case that may send the same news; then it is sent anyway.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Everything of the topic that is due.</summary>
    public async Task PerformAsync(Topic topic, DateTimeOffset now, CancellationToken cancellation = default)
    {
        // An action is only ever added together with an event.
        var events = journal.EventsKnown(topic.Id);
        if (events is not null && _performed.TryGetValue(topic.Id, out var performed) && performed == events)
            return;
        var any = false;
        var pending = new List<Entity>();
        await foreach (
            var row in store.ScanAsync(
                WarningTables.Warnings,
                topic.Id.Value,
                RowRange.Prefix(WarningTables.Pending),
                AtOnce,
                cancellation
            )
        )
        {
            any = true;
            if (row.Properties.Time("retryAt") is not { } retryAt || retryAt <= now)
                pending.Add(row);
        }

        if (!any && events is { } all)
            _performed[topic.Id] = all;
        foreach (var row in pending)
            await PerformAsync(topic, row, now, cancellation);
    }

    private async Task PerformAsync(Topic topic, Entity row, DateTimeOffset now, CancellationToken cancellation)
    {
        var number = row.Properties.Number("event")!.Value;
        var name = row.Properties.Text("name")!;
        var happened = await journal.EventAsync(topic.Id, number, cancellation);
        var tries = row.Properties.Number("tries")!.Value;
        if (
            happened is WarningEvent.Changed or WarningEvent.Cleared
            && QuietHours.Cover(now, settings.Warnings, settings.Brand.Zone())
        )
        {
            // That something is over wakes nobody; the mails of raised ones were held when they were decided.
            await LaterAsync(tries, QuietHours.End(now, settings.Warnings, settings.Brand.Zone()), null);
            return;
        }

        var delivery = happened is null
            ? new Delivery.FailedForGood("The event that caused it no longer exists.")
            : await DoAsync(topic, happened, number, name, now, cancellation);
        tries++;
        if (delivery is Delivery.FailedForNow later && tries < Backoff.Tries)
        {
            await LaterAsync(tries, now + Backoff.After((int)tries, later.RetryAfter), later.Reason);
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
            WarningTables.Warnings,
            topic.Id.Value,
            [
                new EntityChange.Delete(row.Key.Row, row.ETag),
                new EntityChange.Upsert(
                    WarningTables.Action(WarningTables.Done, number, name),
                    new()
                    {
                        { "event", number },
                        { "name", name },
                        { "tries", tries },
                        { "at", now },
                        { "receipt", receipt },
                        { "problem", problem },
                    }
                ),
            ],
            cancellation
        );

        Task LaterAsync(long tried, DateTimeOffset retryAt, string? because) =>
            store.CommitAsync(
                WarningTables.Warnings,
                topic.Id.Value,
                [
                    new EntityChange.Replace(
                        row.Key.Row,
                        new()
                        {
                            { "event", number },
                            { "name", name },
                            { "tries", tried },
                            { "retryAt", retryAt },
                            { "problem", because },
                        },
                        row.ETag
                    ),
                ],
                cancellation
            );
    }

    private async Task<Delivery> DoAsync(
        Topic topic,
        WarningEvent happened,
        long number,
        string name,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (name == CaseName)
            return new Delivery.Delivered(
                CaseNews.Of(happened) is { } news ? (await cases.TellAsync(topic, news, now, cancellation)).Value : ""
            );
        var person = Roster.Of(settings).FirstOrDefault(p => new WarningAction.SendMail(p.Id.Value).Name == name);
        if (person is null || person.Disabled)
            return new Delivery.FailedForGood("The person is no longer in settings, or disabled.");
        if (await ByCaseAsync(topic, happened, number, person.Id, now, cancellation) is { } byCase)
            return byCase;
        return mails.Write(happened, topic.Id, person, now) is { } letter
            ? await mail.SendAsync(letter, cancellation)
            : new Delivery.FailedForGood("Nobody is mailed about this event.");
    }

    /// <summary>
    /// A case that opens, flares up or is graded up by this warning tells it in its own mail: two mails in one minute
    /// about one thing are one too many.
    /// </summary>
    /// <returns>Null when the warning's own mail is to be sent.</returns>
    private async Task<Delivery?> ByCaseAsync(
        Topic topic,
        WarningEvent happened,
        long number,
        PersonId person,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (
            CaseNews.Of(happened) is not { } news
            || !WarningActions.Of(happened, topic.Settings, settings).Any(wish => wish is WarningAction.TellCase)
        )
            return null;
        // "case" comes before "mail-…" among an event's rows; it is missing here when it could not be told yet.
        var done = await store.GetAsync(
            WarningTables.Warnings,
            new(topic.Id.Value, WarningTables.Action(WarningTables.Done, number, CaseName)),
            cancellation
        );
        var writes =
            done is null ? null
            : done.Properties.Text("receipt") is { Length: > 0 } told
                ? await cases.WritesToAsync(new CaseId(told), news, person, cancellation)
            : false;
        return writes switch
        {
            true => new Delivery.Delivered($"told by case {done!.Properties.Text("receipt")}"),
            null when now - news.At < Patience => new Delivery.FailedForNow(
                "The case has not processed the warning yet; its mail may say the same.",
                TimeSpan.FromMinutes(1)
            ),
            _ => null,
        };
    }
}
