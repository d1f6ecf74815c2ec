using System.Globalization;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using CrisisFlow.Storage;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Messaging;

/// <summary>
/// Sends each journal's events on the topic "events", in order and at least once: a cursor in the store says how far
/// it came, and a message that is sent again has the same id, which the topic's duplicate detection knows.
/// </summary>
public sealed class EventTopic(IEntityStore store, ServiceBusSender sender, TimeProvider time, ILogger<EventTopic> log)
{
    public const string Name = "events";

    /// <summary>Partition = journal; one row with the number of the last event sent.</summary>
    public const string Table = "announced";

    private const string Row = "cursor";
    private const string Last = "last";

    /// <returns>0 when nothing was sent yet.</returns>
    public async Task<long> LastAsync(string journal, CancellationToken cancellation = default) =>
        (await store.GetAsync(Table, new EntityKey(journal, Row), cancellation))?.Properties.Number(Last) ?? 0;

    /// <param name="events">In order of their numbers, the first one after the cursor.</param>
    /// <exception cref="StoreUnavailableException">
    /// Service Bus or the store cannot answer at the moment; the same events are sent next time.
    /// </exception>
    internal async Task SendAsync(
        string journal,
        IReadOnlyList<EventMessage> events,
        CancellationToken cancellation = default
    )
    {
        foreach (var message in events)
        {
            await Bus.AskAsync(stopping => sender.SendMessageAsync(Write(message), stopping), time, cancellation);
            EventLog.EventAnnounced(
                log,
                message.Kind,
                message.Type,
                message.Case,
                message.TopicId,
                message.Level,
                message.Reason,
                message.IsDrill,
                message.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
            );
        }

        if (events.Count > 0)
            await store.CommitAsync(
                Table,
                journal,
                [new EntityChange.Upsert(Row, new() { { Last, events[^1].Number } })],
                cancellation
            );
    }

    private static ServiceBusMessage Write(EventMessage message)
    {
        var written = new ServiceBusMessage(
            new BinaryData(JsonSerializer.SerializeToUtf8Bytes(message, EventMessageContext.Default.EventMessage))
        )
        {
            MessageId = message.Id,
            Subject = message.Type,
            CorrelationId = message.Case ?? message.TopicId,
            ContentType = "application/json",
        };
        // What a subscription's filter can ask for.
        written.ApplicationProperties["kind"] = message.Kind;
        written.ApplicationProperties["level"] = message.Level;
        written.ApplicationProperties["version"] = message.Version;
        written.ApplicationProperties["drill"] = message.IsDrill;
        return written;
    }
}
