using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>The hand-over between polling and scoring: in process, or a queue with one session per topic.</summary>
public interface IMentionQueue
{
    /// <summary>Returns once the mentions are safe: scored and stored, or in a durable queue.</summary>
    Task EnqueueAsync(TopicMentions mentions, CancellationToken cancellation = default);
}

/// <summary>Mentions that match one topic.</summary>
/// <param name="Mentions">Any number; a queue splits them to its limits.</param>
public sealed record TopicMentions(TopicId Topic, IReadOnlyList<MatchedMention> Mentions);
