#nullable disable

namespace Azure.Messaging.ServiceBus;

/// <summary>
/// A queue inside this process: sessions in order and one reader each, locks that end with the reader, delivery counts, and a
/// dead-letter queue after <see cref="MaxDeliveryCount"/> deliveries.
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
        lock (_lock) _entries.Add(new Entry(message));
    }

    /// <summary>The first session with something to read that nobody reads; null when there is none.</summary>
    public string LockNextSession()
    {
        lock (_lock)
        {
            var session = _entries.Where(entry => !entry.IsLocked).Select(entry => entry.Message.SessionId).FirstOrDefault(id => !_lockedSessions.Contains(id ?? ""));
            if (_entries.TrueForAll(entry => (entry.Message.SessionId ?? "") != (session ?? ""))) return null;
            _lockedSessions.Add(session ?? "");
            return session;
        }
    }

    public IReadOnlyList<ServiceBusReceivedMessage> Lock(string session, int count)
    {
        lock (_lock)
        {
            var taken = _entries.Where(entry => entry.Message.SessionId == session && !entry.IsLocked).Take(count).ToList();
            foreach (var entry in taken)
                (entry.LockToken, entry.Deliveries) = (Guid.NewGuid().ToString(), entry.Deliveries + 1);
            return [.. taken.Select(entry => entry.ToReceived())];
        }
    }

    public void Complete(ServiceBusReceivedMessage message)
    {
        lock (_lock) _entries.Remove(Find(message));
    }

    public void Abandon(ServiceBusReceivedMessage message)
    {
        lock (_lock) Release(Find(message));
    }

    public void DeadLetter(ServiceBusReceivedMessage message, string reason, string description)
    {
        lock (_lock)
        {
            var entry = Find(message);
            _entries.Remove(entry);
            DeadLetters.Add(entry.ToReceived(reason, description));
        }
    }

    /// <summary>The reader is gone: what it did not settle can be read again.</summary>
    public void ReleaseSession(string session)
    {
        lock (_lock)
        {
            foreach (var entry in _entries.Where(entry => entry.Message.SessionId == session && entry.IsLocked).ToList()) Release(entry);
            _lockedSessions.Remove(session ?? "");
        }
    }

    private void Release(Entry entry)
    {
        entry.LockToken = null;
        if (entry.Deliveries < MaxDeliveryCount) return;
        _entries.Remove(entry);
        DeadLetters.Add(entry.ToReceived("MaxDeliveryCountExceeded", $"Message could not be consumed after {MaxDeliveryCount} delivery attempts."));
    }

    private Entry Find(ServiceBusReceivedMessage message) => _entries.Find(entry => entry.IsLocked && entry.LockToken == message.LockToken)
        ?? throw new ServiceBusException(false, "The lock supplied is invalid.", reason: ServiceBusFailureReason.MessageLockLost);

    private sealed class Entry(ServiceBusMessage message)
    {
        public ServiceBusMessage Message { get; } = message;

        public string LockToken { get; set; }

        public int Deliveries { get; set; }

        public bool IsLocked => LockToken is not null;

        public ServiceBusReceivedMessage ToReceived(string reason = null, string description = null) => new()
        {
            Body = Message.Body,
            MessageId = Message.MessageId,
            SessionId = Message.SessionId,
            Subject = Message.Subject,
            ContentType = Message.ContentType,
            CorrelationId = Message.CorrelationId,
            LockToken = LockToken,
            DeliveryCount = Deliveries,
            DeadLetterReason = reason,
            DeadLetterErrorDescription = description,
            ApplicationProperties = new Dictionary<string, object>(Message.ApplicationProperties),
        };
    }
}
