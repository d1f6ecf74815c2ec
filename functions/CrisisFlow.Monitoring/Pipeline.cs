using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring;

/// <summary>
/// The one way from a source's items to stored warning events: mentions, topics, scores, minutes, and each minute
/// indicators, risk index and decision. Both hosts, the demo and the backtest go through it.
/// </summary>
public sealed class Pipeline
{
    private readonly Ingestor _ingestor;
    private readonly TimeProvider _time;

    /// <param name="queue">
    /// Takes the mentions to whatever process scores them; null = this one does, and then no other process may store
    /// mentions or warnings.
    /// </param>
    /// <exception cref="SettingsException">A topic's query cannot be read.</exception>
    public Pipeline(IEntityStore store, CrisisFlowSettings settings, TimeProvider time, IMentionQueue? queue = null)
    {
        _time = time;
        Topics = new TopicSet(settings.Topics);
        var alone = queue is null;
        Buckets = new BucketStore(store, alone);
        Scoring = new MentionScoring(store, Topics, Buckets);
        _ingestor = new Ingestor(store, Topics, queue ?? Scoring, time, settings.Retention.Mentions);
        Warnings = new WarningJournal(store, alone);
        Index = new RiskIndexStore(store);
        var sight = new SourceSight(new SourceHealthStore(store), settings.Sources);
        Sight = new WarningSight(Topics, Buckets, Warnings, sight, settings);
        Evaluation = new TopicEvaluation(Topics, Buckets, Warnings, Index, sight, settings);
    }

    /// <summary>Every table it keeps, or reads.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [.. MentionTables.All, .. WarningTables.All, RiskIndexStore.Table, SourceHealthStore.Table];

    public TopicSet Topics { get; }

    public BucketStore Buckets { get; }

    public MentionScoring Scoring { get; }

    public WarningJournal Warnings { get; }

    public RiskIndexStore Index { get; }

    public TopicEvaluation Evaluation { get; }

    public WarningSight Sight { get; }

    /// <summary>
    /// Takes items in; returns once everything that matched is safe. Taking them again changes nothing.
    /// </summary>
    /// <param name="source">Of items that name none.</param>
    /// <param name="category">By the name of a source.</param>
    public Task<Ingested> TakeAsync(
        string source,
        Func<string, SourceCategory> category,
        IReadOnlyList<DocumentItem> items,
        CancellationToken cancellation = default
    ) => _ingestor.TakeAsync(source, category, items, cancellation);

    /// <summary>The minute's look at every topic.</summary>
    /// <param name="then">What follows each topic's look.</param>
    public Task EvaluateAsync(
        Func<Topic, DateTimeOffset, CancellationToken, Task> then,
        CancellationToken cancellation = default
    ) => Evaluation.RunAsync(_time.GetUtcNow(), then, cancellation);
}
