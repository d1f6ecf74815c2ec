#nullable disable
using System.Collections.Concurrent;
using Azure.Core;

namespace Azure.Messaging.ServiceBus;

/// <summary>All clients of one namespace in this process share its queues.</summary>
public class ServiceBusClient : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, InProcessQueue> Queues = new(StringComparer.OrdinalIgnoreCase);

    protected ServiceBusClient()
    {
    }

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        FullyQualifiedNamespace = fullyQualifiedNamespace;
    }

    public virtual string FullyQualifiedNamespace { get; }

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => new(Queue(queueOrTopicName), queueOrTopicName);

    public virtual Task<ServiceBusSessionReceiver> AcceptNextSessionAsync(string queueName, ServiceBusSessionReceiverOptions options = null, CancellationToken cancellationToken = default)
    {
        var queue = Queue(queueName);
        var session = queue.LockNextSession()
            ?? throw new ServiceBusException(true, $"No session of {queueName} can be read.", queueName, ServiceBusFailureReason.ServiceTimeout);
        return Task.FromResult(new ServiceBusSessionReceiver(queue, session));
    }

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => new(Queue(queueName), options.SubQueue);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private InProcessQueue Queue(string name) => Queues.GetOrAdd($"{FullyQualifiedNamespace}/{name}", _ => new InProcessQueue());
}

public class ServiceBusSender
{
    private readonly InProcessQueue _queue;

    protected ServiceBusSender()
    {
    }

    internal ServiceBusSender(InProcessQueue queue, string entityPath) => (_queue, EntityPath) = (queue, entityPath);

    public virtual string EntityPath { get; }

    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
    {
        _queue.Enqueue(message);
        return Task.CompletedTask;
    }

    public virtual Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default)
    {
        messageBatch.Messages.ForEach(_queue.Enqueue);
        return Task.CompletedTask;
    }

    /// <summary>256 KiB, as in the standard tier.</summary>
    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default) => new(new ServiceBusMessageBatch(256 * 1024));
}

public class ServiceBusSessionReceiverOptions;

public class ServiceBusReceiverOptions
{
    public SubQueue SubQueue { get; set; }
}

public enum SubQueue
{
    None = 0,
    DeadLetter = 1,
    TransferDeadLetter = 2,
}
