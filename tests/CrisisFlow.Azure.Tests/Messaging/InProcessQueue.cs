using Azure.Messaging.ServiceBus;

namespace CrisisFlow.Azure.Tests.Messaging;

/// <summary>
/// One queue: sessions in order and one reader each, locks that end with the reader, delivery counts, and a dead-letter
/// queue
/// after <see cref="MaxDeliveryCount"/> deliveries.
/// </summary>
internal sealed class InProcessQueue
{
    public const int MaxDeliveryCount = 10;

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly HashSet<string> _lockedSessions = [];

    public List<ServiceBusReceivedMessage> DeadLetters { get; } = [];

    public void Enqueue(ServiceBusMessage message)
    {
        lock (_lock)
            _entries.Add(new Entry(message));
    }

    /// <summary>The first session with something to read that nobody reads; null when there is none.</summary>
    public string? LockNextSession()
    {
        lock (_lock)
        {
            var session = _entries
                .Where(entry => entry.LockToken is null)
                .Select(entry => entry.Message.SessionId)
                .FirstOrDefault(id => !_lockedSessions.Contains(id));
            if (session is not null)
                _lockedSessions.Add(session);
            return session;
        }
    }

    public IReadOnlyList<ServiceBusReceivedMessage> Lock(string session, int count)
    {
        lock (_lock)
        {
            var taken = _entries
                .Where(entry => entry.Message.SessionId == session && entry.LockToken is null)
                .Take(count)
                .ToList();
            foreach (var entry in taken)
                (entry.LockToken, entry.Deliveries) = (Guid.NewGuid(), entry.Deliveries + 1);
            return [.. taken.Select(entry => entry.ToReceived())];
        }
    }

    public void Complete(ServiceBusReceivedMessage message)
    {
        lock (_lock)
            _entries.Remove(Find(message));
    }

    public void Abandon(ServiceBusReceivedMessage message)
    {
        lock (_lock)
            Release(Find(message));
    }

    public void DeadLetter(ServiceBusReceivedMessage message, string reason, string description)
    {
        lock (_lock)
            SetAside(Find(message), reason, description);
    }

    /// <summary>The reader is gone: what it did not settle can be read again.</summary>
    public void ReleaseSession(string session)
    {
        lock (_lock)
        {
            foreach (
                var entry in _entries
                    .Where(entry => entry.Message.SessionId == session && entry.LockToken is not null)
                    .ToList()
            )
                Release(entry);
            _lockedSessions.Remove(session);
        }
    }

    private void Release(Entry entry)
    {
        entry.LockToken = null;
        if (entry.Deliveries >= MaxDeliveryCount)
            SetAside(
                entry,
                "MaxDeliveryCountExceeded",
                $"Message could not be consumed after {MaxDeliveryCount} delivery attempts."
            );
    }

    private void SetAside(Entry entry, string reason, string description)
    {
        _entries.Remove(entry);
        // The service tells why in two application properties, and the client reads them from there.
        DeadLetters.Add(entry.ToReceived(("DeadLetterReason", reason), ("DeadLetterErrorDescription", description)));
    }

    private Entry Find(ServiceBusReceivedMessage message) =>
        _entries.Find(entry => entry.LockToken is { } token && token.ToString() == message.LockToken)
        ?? throw new ServiceBusException(
            false,
            "The lock supplied is invalid.",
            reason: ServiceBusFailureReason.MessageLockLost
        );

    private sealed class Entry(ServiceBusMessage message)
    {
        public ServiceBusMessage Message { get; } = message;

        public Guid? LockToken { get; set; }

        public int Deliveries { get; set; }

        public ServiceBusReceivedMessage ToReceived(params (string Name, string Value)[] more) =>
            ServiceBusModelFactory.ServiceBusReceivedMessage(
                body: Message.Body,
                messageId: Message.MessageId,
                sessionId: Message.SessionId,
                correlationId: Message.CorrelationId,
                subject: Message.Subject,
                contentType: Message.ContentType,
                properties: Message
                    .ApplicationProperties.Concat(more.Select(one => KeyValuePair.Create(one.Name, (object)one.Value)))
                    .ToDictionary(),
                lockTokenGuid: LockToken ?? Guid.Empty,
                deliveryCount: Deliveries
            );
    }
}
