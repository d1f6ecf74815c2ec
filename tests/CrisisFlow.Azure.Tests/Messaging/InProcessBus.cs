using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Messaging.ServiceBus;

namespace CrisisFlow.Azure.Tests.Messaging;

/// <summary>The published client with queues inside this process behind it.</summary>
internal sealed class InProcessBus : ServiceBusClient
{
    private readonly ConcurrentDictionary<string, InProcessQueue> _queues = new();

    public override ServiceBusSender CreateSender(string queueOrTopicName) => new Sender(Queue(queueOrTopicName));

    public override Task<ServiceBusSessionReceiver> AcceptNextSessionAsync(
        string queueName, ServiceBusSessionReceiverOptions? options = null, CancellationToken cancellationToken = default)
    {
        var session = Queue(queueName).LockNextSession()
            ?? throw new ServiceBusException(true, $"No session of {queueName} can be read.", queueName, ServiceBusFailureReason.ServiceTimeout);
        return Task.FromResult<ServiceBusSessionReceiver>(new SessionReceiver(Queue(queueName), session));
    }

    public IReadOnlyList<ServiceBusReceivedMessage> DeadLetters(string queueName) => Queue(queueName).DeadLetters;

    private InProcessQueue Queue(string name) => _queues.GetOrAdd(name, _ => new InProcessQueue());

    private sealed class Sender(InProcessQueue queue) : ServiceBusSender
    {
        // 256 KiB, as in the standard tier; what a message costs beside its body counts too.
        private const int Most = 256 * 1024;
        private const int Overhead = 1024;

        private readonly ConditionalWeakTable<ServiceBusMessageBatch, List<ServiceBusMessage>> _batches = [];

        public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
        {
            queue.Enqueue(message);
            return Task.CompletedTask;
        }

        public override Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default)
        {
            if (_batches.TryGetValue(messageBatch, out var messages)) messages.ForEach(queue.Enqueue);
            return Task.CompletedTask;
        }

        public override ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default)
        {
            var messages = new List<ServiceBusMessage>();
            var batch = ServiceBusModelFactory.ServiceBusMessageBatch(
                Most, messages, tryAddCallback: message => messages.Append(message).Sum(one => one.Body.ToMemory().Length + Overhead) <= Most);
            _batches.Add(batch, messages);
            return new(batch);
        }
    }

    private sealed class SessionReceiver(InProcessQueue queue, string session) : ServiceBusSessionReceiver
    {
        public override string SessionId => session;

        public override Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
            int maxMessages, TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(queue.Lock(session, maxMessages));

        public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
        {
            queue.Complete(message);
            return Task.CompletedTask;
        }

        public override Task AbandonMessageAsync(
            ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default)
        {
            queue.Abandon(message);
            return Task.CompletedTask;
        }

        public override Task DeadLetterMessageAsync(
            ServiceBusReceivedMessage message, string deadLetterReason, string? deadLetterErrorDescription = null, CancellationToken cancellationToken = default)
        {
            queue.DeadLetter(message, deadLetterReason, deadLetterErrorDescription ?? "");
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            queue.ReleaseSession(session);
            return ValueTask.CompletedTask;
        }
    }
}
