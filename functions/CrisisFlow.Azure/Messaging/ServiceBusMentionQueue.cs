using Azure.Messaging.ServiceBus;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Storage;

namespace CrisisFlow.Azure.Messaging;

/// <summary>
/// The hand-over to scoring by a queue with one session per topic: topics side by side, one topic in order.
/// </summary>
internal sealed class ServiceBusMentionQueue(ServiceBusSender sender, TimeProvider time) : IMentionQueue
{
    public const string Name = "mentions";

    /// <summary>
    /// The service takes 256 KiB a message with its properties; half of that leaves room for what JSON adds.
    /// </summary>
    private const int LongestBody = 128 * 1024;

    /// <exception cref="StoreUnavailableException">
    /// Service Bus cannot take them at the moment; handed over again, they count once.
    /// </exception>
    public Task EnqueueAsync(TopicMentions mentions, CancellationToken cancellation = default) =>
        mentions.Mentions.Count == 0
            ? Task.CompletedTask
            : Bus.AskAsync(stopping => SendAsync(Message(mentions), stopping), time, cancellation);

    private static MentionsMessage Message(TopicMentions mentions) =>
        new(MentionsMessage.Current, mentions.Topic.Value, [.. mentions.Mentions.Select(one => one.Mention)]);

    private async Task SendAsync(MentionsMessage mentions, CancellationToken cancellation)
    {
        var batch = await sender.CreateMessageBatchAsync(cancellation);
        try
        {
            foreach (var message in Split(mentions))
            {
                if (batch.TryAddMessage(message))
                    continue;
                await sender.SendMessagesAsync(batch, cancellation);
                batch.Dispose();
                batch = await sender.CreateMessageBatchAsync(cancellation);
                if (!batch.TryAddMessage(message))
                    throw new InvalidOperationException(
                        $"A message for topic '{mentions.Topic}' has {message.Body.ToMemory().Length} bytes; an "
                            + $"empty batch takes {batch.MaxSizeInBytes}."
                    );
            }

            await sender.SendMessagesAsync(batch, cancellation);
        }
        finally
        {
            batch.Dispose();
        }
    }

    private static IEnumerable<ServiceBusMessage> Split(MentionsMessage message)
    {
        var body = message.Write();
        if (body.ToMemory().Length > LongestBody && message.Mentions.Count > 1)
        {
            var half = message.Mentions.Count / 2;
            return Split(message with { Mentions = [.. message.Mentions.Take(half)] })
                .Concat(Split(message with { Mentions = [.. message.Mentions.Skip(half)] }));
        }

        return
        [
            new ServiceBusMessage(body)
            {
                MessageId = message.Id,
                SessionId = message.Topic,
                ContentType = "application/json",
                Subject = Name,
            },
        ];
    }
}
