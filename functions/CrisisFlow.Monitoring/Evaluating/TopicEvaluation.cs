using CrisisFlow.Core.Deciding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>The minute's look at every topic: indicators, risk index, decision, and what follows from it.</summary>
public sealed class TopicEvaluation(
    TopicSet topics, BucketStore buckets, WarningJournal journal, RiskIndexStore index, CrisisFlowSettings settings)
{
    private readonly Dictionary<string, (DateTimeOffset Hour, double Index)> _saved = new(StringComparer.Ordinal);

    /// <summary>Told of everything that happens to a topic's warnings, after it was stored.</summary>
    public event Action<TopicId, WarningEvent>? Happened;

    /// <summary>One topic that fails does not cost the others their look; the failures are thrown together at the end.</summary>
    /// <param name="then">What follows each topic's look.</param>
    /// <exception cref="AggregateException">Of one or more topics.</exception>
    public async Task RunAsync(
        DateTimeOffset now, Func<Topic, DateTimeOffset, CancellationToken, Task> then, CancellationToken cancellation = default)
    {
        var failures = new List<Exception>();
        foreach (var topic in topics.All)
        {
            try
            {
                await EvaluateAsync(topic, now, cancellation);
                await then(topic, now, cancellation);
            }
            catch (StoreUnavailableException e)
            {
                failures.Add(e);
            }
        }

        if (failures.Count > 0) throw new AggregateException($"{failures.Count} of {topics.All.Count} topics could not be evaluated.", failures);
    }

    /// <summary>Looks at one topic.</summary>
    /// <returns>What happened.</returns>
    public async Task<IReadOnlyList<WarningEvent>> EvaluateAsync(Topic topic, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var history = await buckets.HistoryAsync(topic, now, cancellation);
        var candidates = new TopicAssessor(history, settings.Warnings).Candidates(now);
        await SaveIndexAsync(topic, now, candidates.Count == 0 ? 0 : candidates.Max(c => c.Index.Value), cancellation);
        var decision = await journal.TellAsync(
            topic.Id, new WarningCommand.Assess(now, topic.Id, candidates, settings.Warnings, settings.Brand.Zone()), happened => WarningActions.Of(happened, topic.Settings, settings), cancellation);
        if (decision is not Decision<WarningEvent, WarningRefusal>.Accepted { Events: var events }) return [];
        foreach (var happened in events) Happened?.Invoke(topic.Id, happened);
        return events;
    }

    /// <summary>The topic's risk index as it was at a moment.</summary>
    public async Task<double> IndexAsync(Topic topic, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var candidates = new TopicAssessor(await buckets.HistoryAsync(topic, at, cancellation), settings.Warnings).Candidates(at);
        return candidates.Count == 0 ? 0 : candidates.Max(c => c.Index.Value);
    }

    private async Task SaveIndexAsync(Topic topic, DateTimeOffset now, double value, CancellationToken cancellation)
    {
        var hour = MentionTables.HourOf(now);
        if (_saved.TryGetValue(topic.Id.Value, out var saved) && saved.Hour == hour && Math.Abs(saved.Index - value) < 0.5) return;
        await index.SaveAsync(topic.Id, now, value, cancellation);
        _saved[topic.Id.Value] = (hour, value);
    }
}
