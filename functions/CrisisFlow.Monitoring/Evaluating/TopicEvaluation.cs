using System.Collections.Concurrent;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>The minute's look at every topic: indicators, risk index, decision, and what follows from it.</summary>
/// <param name="alone">
/// Whether no other process stores mentions or warnings. Then a topic about which nothing was said lately, and of which no
/// warning is open, is passed over until something is stored: nothing could happen to it.
/// </param>
public sealed class TopicEvaluation(
    TopicSet topics,
    BucketStore buckets,
    WarningJournal journal,
    RiskIndexStore index,
    CrisisFlowSettings settings,
    bool alone)
{
    private readonly ConcurrentDictionary<TopicId, TopicLook> _looks = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly TimeZoneInfo _zone = settings.Brand.Zone();

    /// <summary>Told of everything that happens to a topic's warnings, after it was stored.</summary>
    public event Action<TopicId, WarningEvent>? Happened;

    /// <summary>Whether nothing can happen to any topic before something is stored.</summary>
    public bool IsResting => topics.All.All(topic => IsAtRest(topic, Look(topic)));

    /// <summary>One topic that fails does not cost the others their look; the failures are thrown together at the end.</summary>
    /// <param name="then">What follows each topic's look.</param>
    /// <exception cref="AggregateException">Of one or more topics.</exception>
    public async Task RunAsync(
        DateTimeOffset now,
        Func<Topic, DateTimeOffset, CancellationToken, Task> then,
        CancellationToken cancellation = default)
    {
        var failures = new List<Exception>();
        await _one.WaitAsync(cancellation);
        try
        {
            foreach (var topic in topics.All)
            {
                try
                {
                    var look = Look(topic);
                    if (!look.IsOf(MentionTables.HourOf(now)) || !IsAtRest(topic, look))
                        await EvaluateAsync(topic, look, now, cancellation);
                    await then(topic, now, cancellation);
                }
                catch (StoreUnavailableException e)
                {
                    failures.Add(e);
                }
            }
        }
        finally
        {
            _one.Release();
        }

        if (failures.Count > 0)
            throw new AggregateException(
                $"{failures.Count} of {topics.All.Count} topics could not be evaluated.", failures);
    }

    /// <summary>The topic's risk index as it was at a moment.</summary>
    public async Task<double> IndexAsync(Topic topic, DateTimeOffset at, CancellationToken cancellation = default) =>
        Highest(new TopicAssessor(await buckets.HistoryAsync(topic, at, cancellation), settings.Warnings).Candidates(at));

    private async Task EvaluateAsync(Topic topic, TopicLook look, DateTimeOffset now, CancellationToken cancellation)
    {
        var candidates = await look.CandidatesAsync(now, alone, cancellation);
        await SaveIndexAsync(topic.Id, look, now, Highest(candidates), cancellation);
        var decision = await journal.TellAsync(
            topic.Id,
            new WarningCommand.Assess(now, topic.Id, candidates, settings.Warnings, _zone),
            happened => WarningActions.Of(happened, topic.Settings, settings),
            cancellation);
        if (decision is not WarningDecision.Accepted { Events: var events }) return;
        foreach (var happened in events) Happened?.Invoke(topic.Id, happened);
    }

    private TopicLook Look(Topic topic) =>
        _looks.GetOrAdd(topic.Id, _ => new TopicLook(buckets.Reader(topic), settings.Warnings));

    private bool IsAtRest(Topic topic, TopicLook look) => alone && look.IsEmpty && journal.IsQuiet(topic.Id);

    private async Task SaveIndexAsync(
        TopicId topic, TopicLook look, DateTimeOffset now, double value, CancellationToken cancellation)
    {
        var hour = MentionTables.HourOf(now);
        if (look.Saved.Hour == hour && Math.Abs(look.Saved.Index - value) < 0.5) return;
        await index.SaveAsync(topic, now, value, cancellation);
        look.Saved = (hour, value);
    }

    private static double Highest(IReadOnlyList<Candidate> candidates) =>
        candidates.Count == 0 ? 0 : candidates.Max(candidate => candidate.Index.Value);
}
