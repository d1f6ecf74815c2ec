using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Messaging.ServiceBus;

namespace CrisisFlow.Azure.Tests.Messaging;

/// <summary>The published client with queues inside this process behind it.</summary>
internal sealed class InProcessBus : ServiceBusClient
{
    private readonly ConcurrentDictionary<string, InProcessQueue> _queues = new();

    /// <summary>Called before anything is sent, with the name of the queue or topic; may fail or hang.</summary>
    public Func<string, CancellationToken, Task> Sending { get; set; } = (_, _) => Task.CompletedTask;

    public override ServiceBusSender CreateSender(string queueOrTopicName) => new Sender(this, queueOrTopicName);

    public static Task FailAsync(string name, CancellationToken cancellation) =>
        throw new ServiceBusException(
            true,
            "The service is away.",
            name,
            ServiceBusFailureReason.ServiceCommunicationProblem
        );

    /// <summary>Never ends, whatever its token says.</summary>
    public static Task HangAsync(string name, CancellationToken cancellation) =>
        Task.Delay(Timeout.Infinite, CancellationToken.None);

    public override Task<ServiceBusSessionReceiver> AcceptNextSessionAsync(
        string queueName,
        ServiceBusSessionReceiverOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var session =
            Queue(queueName).LockNextSession()
            ?? throw new ServiceBusException(
                true,
                $"No session of {queueName} can be read.",
                queueName,
                ServiceBusFailureReason.ServiceTimeout
            );
        return Task.FromResult<ServiceBusSessionReceiver>(new SessionReceiver(Queue(queueName), session));
    }

    public IReadOnlyList<ServiceBusReceivedMessage> DeadLetters(string queueName) => Queue(queueName).DeadLetters;

    private InProcessQueue Queue(string name) => _queues.GetOrAdd(name, _ => new InProcessQueue());

    private sealed class Sender(InProcessBus bus, string name) : ServiceBusSender
    {
        // 256 KiB, as in the standard tier; what a message costs beside its body counts too.
        private const int Most = 256 * 1024;
        private const int Overhead = 1024;

        private readonly ConditionalWeakTable<ServiceBusMessageBatch, List<ServiceBusMessage>> _batches = [];

        public override async Task SendMessageAsync(
            ServiceBusMessage message,
            CancellationToken cancellationToken = default
        )
        {
            await bus.Sending(name, cancellationToken);
            bus.Queue(name).Enqueue(message);
        }

        public override async Task SendMessagesAsync(
            ServiceBusMessageBatch messageBatch,
            CancellationToken cancellationToken = default
        )
        {
            await bus.Sending(name, cancellationToken);
            if (_batches.TryGetValue(messageBatch, out var messages))
                messages.ForEach(bus.Queue(name).Enqueue);
        }

        public override async ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(
            CancellationToken cancellationToken = default
        )
        {
            // The link is opened here: what is away is noticed first by this call.
            await bus.Sending(name, cancellationToken);
            var messages = new List<ServiceBusMessage>();
            var batch = ServiceBusModelFactory.ServiceBusMessageBatch(
                Most,
                messages,
                tryAddCallback: message =>
                    messages.Append(message).Sum(one => one.Body.ToMemory().Length + Overhead) <= Most
            );
            _batches.Add(batch, messages);
            return batch;
        }
    }

    private sealed class SessionReceiver(InProcessQueue queue, string session) : ServiceBusSessionReceiver
    {
        public override string SessionId => session;

        public override Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
            int maxMessages,
            TimeSpan? maxWaitTime = null,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(queue.Lock(session, maxMessages));

        public override Task CompleteMessageAsync(
            ServiceBusReceivedMessage message,
            CancellationToken cancellationToken = default
        )
        {
            queue.Complete(message);
            return Task.CompletedTask;
        }

        public override Task AbandonMessageAsync(
            ServiceBusReceivedMessage message,
            IDictionary<string, object>? propertiesToModify = null,
            CancellationToken cancellationToken = default
        )
        {
            queue.Abandon(message);
            return Task.CompletedTask;
        }

        public override Task DeadLetterMessageAsync(
            ServiceBusReceivedMessage message,
            string deadLetterReason,
            string? deadLetterErrorDescription = null,
            CancellationToken cancellationToken = default
        )
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
