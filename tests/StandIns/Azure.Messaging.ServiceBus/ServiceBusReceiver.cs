#nullable disable

namespace Azure.Messaging.ServiceBus;

public class ServiceBusReceiver : IAsyncDisposable
{
    private readonly InProcessQueue _queue;
    private readonly SubQueue _subQueue;

    internal ServiceBusReceiver(InProcessQueue queue, SubQueue subQueue) => (_queue, _subQueue) = (queue, subQueue);

    private protected InProcessQueue InnerQueue => _queue;

    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(int maxMessages, TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(Read(maxMessages));

    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        _queue.Complete(message);
        return Task.CompletedTask;
    }

    public virtual Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object> propertiesToModify = null, CancellationToken cancellationToken = default)
    {
        _queue.Abandon(message);
        return Task.CompletedTask;
    }

    public virtual Task DeadLetterMessageAsync(ServiceBusReceivedMessage message, string deadLetterReason, string deadLetterErrorDescription = null, CancellationToken cancellationToken = default)
    {
        _queue.DeadLetter(message, deadLetterReason, deadLetterErrorDescription);
        return Task.CompletedTask;
    }

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private protected virtual IReadOnlyList<ServiceBusReceivedMessage> Read(int maxMessages) =>
        _subQueue == SubQueue.DeadLetter ? [.. _queue.DeadLetters.Take(maxMessages)] : _queue.Lock(null, maxMessages);
}

public class ServiceBusSessionReceiver : ServiceBusReceiver
{
    internal ServiceBusSessionReceiver(InProcessQueue queue, string session)
        : base(queue, SubQueue.None) => SessionId = session;

    public virtual string SessionId { get; }

    public override ValueTask DisposeAsync()
    {
        InnerQueue.ReleaseSession(SessionId);
        return ValueTask.CompletedTask;
    }

    private protected override IReadOnlyList<ServiceBusReceivedMessage> Read(int maxMessages) => InnerQueue.Lock(SessionId, maxMessages);
}
