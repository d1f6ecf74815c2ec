#nullable disable

namespace Azure.Messaging.ServiceBus;

public class ServiceBusMessage
{
    public ServiceBusMessage(BinaryData body) => Body = body;

    public BinaryData Body { get; set; }

    public string MessageId { get; set; } = Guid.NewGuid().ToString("N");

    public string SessionId { get; set; }

    public string Subject { get; set; }

    public string ContentType { get; set; }

    public string CorrelationId { get; set; }

    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();
}

public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage()
    {
    }

    public BinaryData Body { get; internal init; }

    public string MessageId { get; internal init; }

    public string SessionId { get; internal init; }

    public string Subject { get; internal init; }

    public string ContentType { get; internal init; }

    public string CorrelationId { get; internal init; }

    public string LockToken { get; internal init; }

    public int DeliveryCount { get; internal init; }

    public string DeadLetterReason { get; internal init; }

    public string DeadLetterErrorDescription { get; internal init; }

    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; } = new Dictionary<string, object>();
}

public static class ServiceBusModelFactory
{
    public static ServiceBusReceivedMessage ServiceBusReceivedMessage(
        BinaryData body = null, string messageId = null, string sessionId = null, string subject = null, Guid lockTokenGuid = default, int deliveryCount = 0) => new()
        {
            Body = body ?? new BinaryData(Array.Empty<byte>()),
            MessageId = messageId,
            SessionId = sessionId,
            Subject = subject,
            LockToken = lockTokenGuid.ToString(),
            DeliveryCount = deliveryCount,
        };
}

public sealed class ServiceBusMessageBatch : IDisposable
{
    // What a message costs beside its body; the service counts its properties.
    private const int Overhead = 1024;

    internal ServiceBusMessageBatch(long maxSizeInBytes) => MaxSizeInBytes = maxSizeInBytes;

    public long MaxSizeInBytes { get; }

    public int Count => Messages.Count;

    internal List<ServiceBusMessage> Messages { get; } = [];

    private long _size;

    public bool TryAddMessage(ServiceBusMessage message)
    {
        var size = message.Body.ToMemory().Length + Overhead;
        if (_size + size > MaxSizeInBytes) return false;
        _size += size;
        Messages.Add(message);
        return true;
    }

    public void Dispose() => Messages.Clear();
}

public class ServiceBusException(bool isTransient, string message, string entityName = null, ServiceBusFailureReason reason = ServiceBusFailureReason.GeneralError, Exception innerException = null)
    : Exception(message, innerException)
{
    public bool IsTransient { get; } = isTransient;

    public string EntityPath { get; } = entityName;

    public ServiceBusFailureReason Reason { get; } = reason;
}

public enum ServiceBusFailureReason
{
    GeneralError,
    MessagingEntityNotFound,
    MessageLockLost,
    MessageNotFound,
    MessageSizeExceeded,
    MessagingEntityDisabled,
    QuotaExceeded,
    ServiceBusy,
    ServiceTimeout,
    ServiceCommunicationProblem,
    SessionCannotBeLocked,
    SessionLockLost,
    Unauthorized,
    MessagingEntityAlreadyExists,
}
