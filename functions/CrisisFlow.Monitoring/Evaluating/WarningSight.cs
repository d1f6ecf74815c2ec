using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Settings;
using CrisisFlow.Storage;
using CrisisFlow.Warnings;

namespace CrisisFlow.Monitoring.Evaluating;

/// <summary>Of which active warnings it cannot be known how they stand, and why.</summary>
public sealed class WarningSight(
    TopicSet topics,
    BucketStore buckets,
    WarningJournal journal,
    SourceSight sight,
    CrisisFlowSettings settings
)
{
    private static readonly Dictionary<string, IReadOnlyList<UnreadSpan>> Nothing = [];

    /// <summary>By the warning's id, the sources that told its story and cannot be read.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot answer.</exception>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<UnreadSpan>>> UnknownAsync(
        IReadOnlyCollection<TopicId> of,
        DateTimeOffset now,
        CancellationToken cancellation = default
    )
    {
        var unread = await sight.UnreadNowAsync(now, cancellation: cancellation);
        if (unread.Count == 0)
            return Nothing;
        var unknown = new Dictionary<string, IReadOnlyList<UnreadSpan>>(StringComparer.Ordinal);
        foreach (var id in of)
        {
            if (
                topics.Find(id) is not { } topic
                || await journal.StateAsync(id, cancellation) is not WarningState.Watching { Open.Length: > 0 } state
            )
                continue;
            var assessor = new TopicAssessor(await buckets.HistoryAsync(topic, now, cancellation), settings.Warnings);
            foreach (var (warning, spans) in Of(state, assessor, unread))
                unknown[warning] = spans;
        }

        return unknown;
    }

    internal static IEnumerable<(string Warning, IReadOnlyList<UnreadSpan> Unread)> Of(
        WarningState.Watching state,
        TopicAssessor assessor,
        IReadOnlyList<UnreadSpan> unread
    )
    {
        foreach (var open in state.Open)
        {
            var told = assessor.SourcesOf(open.Key, open.Since);
            var missing = unread.Where(span => told.Contains(span.Source)).ToList();
            if (missing.Count > 0)
                yield return (open.Id, missing);
        }
    }
}
