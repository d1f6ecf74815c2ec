using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>The minute's look at every topic: indicators, risk index, decision, and what follows from it.</summary>
/// <remarks>
/// Where buckets and journal are of a process that is alone, a topic about which nothing was said lately, and of which
/// no warning is open, is passed over until something is stored: nothing could happen to it.
/// </remarks>
public sealed class TopicEvaluation(
    TopicSet topics,
    BucketStore buckets,
    WarningJournal journal,
    RiskIndexStore index,
    SourceSight sight,
    CrisisFlowSettings settings
)
{
    /// <summary>Points by which an index must have moved within its hour to be saved again.</summary>
    private const double LeastChange = 0.5;

    /// <summary>Longest time between two looks of one process that evaluates without a break.</summary>
    private static readonly TimeSpan Consecutive = TimeSpan.FromMinutes(2);

    private readonly (Topic Topic, TopicLook Look)[] _looks =
    [
        .. topics.All.Select(topic => (topic, new TopicLook(buckets.Reader(topic), settings.Warnings))),
    ];

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly TimeZoneInfo _zone = settings.Brand.Zone();

    /// <summary>Told of everything that happens to a topic's warnings, after it was stored.</summary>
    public event Action<TopicId, WarningEvent>? Happened;

    /// <summary>Whether nothing can happen to any topic before something is stored.</summary>
    public bool IsResting
    {
        get
        {
            foreach (var (topic, look) in _looks)
                if (!IsAtRest(topic, look))
                    return false;
            return true;
        }
    }

    /// <summary>
    /// One topic that fails does not cost the others their look; the failures are thrown together at the end.
    /// </summary>
    /// <param name="then">What follows each topic's look.</param>
    /// <exception cref="AggregateException">Of one or more topics.</exception>
    public async Task RunAsync(
        DateTimeOffset now,
        Func<Topic, DateTimeOffset, CancellationToken, Task> then,
        CancellationToken cancellation = default
    )
    {
        var failures = new List<Exception>();
        await _one.WaitAsync(cancellation);
        try
        {
            // Read at most once, and only where something may sink. Also what failed only the last time: with what is
            // missing nothing is lowered.
            var unread = new Lazy<Task<IReadOnlyList<UnreadSpan>>>(() =>
                sight.UnreadNowAsync(now, doubtful: true, cancellation)
            );
            var marks = await buckets.MarksAsync(cancellation);
            foreach (var (topic, look) in _looks)
            {
                try
                {
                    await EvaluateAsync(topic, look, marks.GetValueOrDefault(topic.Id), unread, now, cancellation);
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
                $"{failures.Count} of {_looks.Length} topics could not be evaluated.",
                failures
            );
    }

    /// <summary>Decides on a topic's warnings, and tells of what came of it.</summary>
    public async Task<WarningDecision> TellAsync(
        Topic topic,
        WarningCommand command,
        CancellationToken cancellation = default
    )
    {
        var decision = await journal.TellAsync(
            topic.Id,
            command,
            happened => WarningActions.Of(happened, topic.Settings, settings),
            cancellation
        );
        if (decision is WarningDecision.Accepted { Events: var events })
            foreach (var happened in events)
                Happened?.Invoke(topic.Id, happened);
        return decision;
    }

    /// <summary>The topic's risk index as it was at a moment.</summary>
    public async Task<double> IndexAsync(Topic topic, DateTimeOffset at, CancellationToken cancellation = default) =>
        RiskIndex.Highest(
            new TopicAssessor(await buckets.HistoryAsync(topic, at, cancellation), settings.Warnings).Candidates(at)
        );

    private async ValueTask EvaluateAsync(
        Topic topic,
        TopicLook look,
        string? mark,
        Lazy<Task<IReadOnlyList<UnreadSpan>>> missing,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var hour = MentionTables.HourOf(now);
        if (!look.IsCurrent(hour))
            await look.ReadAsync(now, mark, cancellation);
        else if (IsAtRest(topic, look))
            return;
        var candidates = look.Candidates(now);
        // Another process may have evaluated since a look that is older than this.
        var isOld = now - look.At > Consecutive;
        var maySink = isOld || look.Highest < look.Saved.Index || !journal.HasNoneOpen(topic.Id);
        look.At = now;
        var unread = sight.Polls && maySink ? await missing.Value : [];
        // An index that fell because a source is missing is none.
        var known = look.Highest >= look.Saved.Index || unread.Count == 0 || !look.Misses(unread);
        if (known && (look.Saved.Hour != hour || Math.Abs(look.Saved.Index - look.Highest) >= LeastChange))
        {
            await index.SaveAsync(topic.Id, now, look.Highest, cancellation);
            look.Saved = (hour, look.Highest);
        }

        var assess = new WarningCommand.Assess(now, topic.Id, candidates, settings.Warnings, _zone);
        if (unread.Count > 0)
            assess = assess with { Unknown = look.Unknown(await journal.StateAsync(topic.Id, cancellation), unread) };
        await TellAsync(topic, assess, cancellation);
    }

    private bool IsAtRest(Topic topic, TopicLook look) => look.IsEmpty && journal.IsQuiet(topic.Id);
}
