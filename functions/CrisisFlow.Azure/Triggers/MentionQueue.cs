using System.Runtime.ExceptionServices;
using Azure.Messaging.ServiceBus;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Storage;
using Microsoft.Azure.Functions.Worker;

namespace CrisisFlow.Azure.Triggers;

/// <summary>
/// Scores what polling found: one session per topic, so that a topic's mentions stay in order while topics run side by
/// side.
/// </summary>
public sealed class MentionQueue(MentionScoring scoring, TimeProvider time)
{
    /// <summary>
    /// For a store that cannot answer; the Functions host renews the session's lock for five minutes (host.json).
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    [Function("Score")]
    public async Task ScoreAsync(
        [ServiceBusTrigger(
            ServiceBusMentionQueue.Name,
            Connection = "ServiceBus",
            IsSessionsEnabled = true,
            IsBatched = true,
            AutoCompleteMessages = false
        )]
            ServiceBusReceivedMessage[] messages,
        ServiceBusMessageActions actions,
        CancellationToken cancellation
    )
    {
        var until = time.GetUtcNow() + Patience;
        Exception? fault = null;
        foreach (var message in messages)
        {
            if (await ReadAsync(message, actions, cancellation) is not { } mentions)
                continue;
            try
            {
                await ScoreAsync(mentions, until, cancellation);
            }
            catch (Exception failed) when (!cancellation.IsCancellationRequested)
            {
                // Comes again; what is handed over twice counts once. After some deliveries the queue sets it aside by
                // itself, and it alone.
                await actions.AbandonMessageAsync(message, cancellationToken: cancellation);
                if (failed is not StoreUnavailableException)
                    fault ??= failed;
                continue;
            }

            await actions.CompleteMessageAsync(message, cancellation);
        }

        if (fault is not null)
            ExceptionDispatchInfo.Throw(fault);
    }

    // Given back at once, a message would use up its deliveries within seconds and lie with the dead letters when the
    // store answers again.
    private async Task ScoreAsync(TopicMentions mentions, DateTimeOffset until, CancellationToken cancellation)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await scoring.ScoreAsync(mentions, cancellation);
                return;
            }
            catch (StoreUnavailableException) when (time.GetUtcNow() + pause < until)
            {
                await Task.Delay(pause, time, cancellation);
            }
        }
    }

    private static async Task<TopicMentions?> ReadAsync(
        ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation
    )
    {
        try
        {
            var read = MentionsMessage.Read(message.Body);
            return new TopicMentions(new TopicId(read.Topic), [.. read.Mentions.Select(MatchedMention.Of)]);
        }
        catch (UnreadableMessageException unreadable)
        {
            await actions.DeadLetterMessageAsync(
                message,
                deadLetterReason: "unreadable",
                deadLetterErrorDescription: unreadable.Message,
                cancellationToken: cancellation
            );
            return null;
        }
    }
}
