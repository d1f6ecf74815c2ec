using Azure.Messaging.ServiceBus;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Runtime.Ingesting;
using CrisisFlow.Runtime.Ports;
using Microsoft.Azure.Functions.Worker;

namespace CrisisFlow.Azure.Triggers;

/// <summary>Scores what polling found: one session per topic, so that a topic's mentions stay in order while topics run side by side.</summary>
public sealed class MentionQueue(MentionScoring scoring)
{
    [Function("Score")]
    public async Task ScoreAsync(
        [ServiceBusTrigger(ServiceBusMentionQueue.Name, Connection = "ServiceBus", IsSessionsEnabled = true, IsBatched = true, AutoCompleteMessages = false)] ServiceBusReceivedMessage[] messages,
        ServiceBusMessageActions actions,
        CancellationToken cancellation)
    {
        foreach (var message in messages)
        {
            if (await ReadAsync(message, actions, cancellation) is not { } mentions) continue;
            try
            {
                await scoring.ScoreAsync(mentions, cancellation);
            }
            catch (StoreUnavailableException)
            {
                // Comes again; what is handed over twice counts once. After ten deliveries the queue sets it aside by itself.
                await actions.AbandonMessageAsync(message, cancellationToken: cancellation);
                continue;
            }

            await actions.CompleteMessageAsync(message, cancellation);
        }
    }

    private static async Task<TopicMentions?> ReadAsync(ServiceBusReceivedMessage message, ServiceBusMessageActions actions, CancellationToken cancellation)
    {
        try
        {
            var read = MentionsMessage.Read(message.Body);
            return new TopicMentions(read.Topic, read.Mentions);
        }
        catch (UnreadableMessageException unreadable)
        {
            await actions.DeadLetterMessageAsync(message, deadLetterReason: "unreadable", deadLetterErrorDescription: unreadable.Message, cancellationToken: cancellation);
            return null;
        }
    }
}
