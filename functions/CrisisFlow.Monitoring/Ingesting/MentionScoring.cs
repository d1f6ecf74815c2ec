using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// Scores mentions and adds them to their minutes, each once however often it comes; one that says something else now
/// counts as what it says last.
/// </summary>
public sealed class MentionScoring : IMentionQueue
{
    private const int Tries = 20;

    /// <summary>How far back the memory of stories is filled after a start.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(6);

    private readonly RecentStates<(string Partition, MentionId Id), MentionState> _stored = new();
    private readonly IEntityStore _store;
    private readonly TopicSet _topics;
    private readonly BucketStore _buckets;
    private readonly RecentMinutes _minutes;
    private readonly Retelling _retelling;

    public MentionScoring(IEntityStore store, TopicSet topics, BucketStore buckets)
    {
        (_store, _topics, _buckets) = (store, topics, buckets);
        _minutes = new RecentMinutes(store);
        _retelling = new Retelling(store, buckets, _minutes);
    }

    /// <summary>Mentions stored for the first time, with the topic: what metrics count.</summary>
    public event Action<TopicId, int>? Stored;

    /// <summary>In one process the queue is this call.</summary>
    public Task EnqueueAsync(TopicMentions mentions, CancellationToken cancellation = default) =>
        ScoreAsync(mentions, cancellation);

    /// <exception cref="StoreUnavailableException">
    /// The store cannot answer; what was stored before stays, and the same call goes on from there.
    /// </exception>
    public async Task ScoreAsync(TopicMentions batch, CancellationToken cancellation = default)
    {
        // A topic that settings no longer name: its mentions are wanted by nobody.
        if (_topics.Find(batch.Topic) is not { } topic)
            return;
        await topic.Gate.WaitAsync(cancellation);
        try
        {
            var again = batch.Mentions.ToLookup(static one => one.Mention.ShownAgain is not null);
            var once = again[false].DistinctBy(one => one.Mention.Id).OrderBy(one => one.Mention.At);
            foreach (var hour in once.GroupBy(one => MentionTables.HourOf(one.Mention.At)))
                await TakeHourAsync(topic, [.. hour], cancellation);
            await _retelling.TellAsync(topic, again[true].Select(static one => one.Mention), cancellation);
            await _buckets.MarkAsync(topic.Id, cancellation);
        }
        finally
        {
            topic.Gate.Release();
        }
    }

    private async Task TakeHourAsync(Topic topic, List<MatchedMention> mentions, CancellationToken cancellation)
    {
        var latest = mentions[^1].Mention;
        await WarmAsync(topic, latest.At, cancellation);
        try
        {
            await StoreHourAsync(topic, MentionTables.Partition(topic.Id, latest.At), mentions, cancellation);
        }
        catch
        {
            // The write may or may not have happened.
            _buckets.Doubt(topic.Id, latest.At);
            throw;
        }
        finally
        {
            _buckets.Changed(topic.Id, latest.At);
        }

        // Also at a re-delivery: an hour whose merging was cut off is merged then.
        await _buckets.MergeLateAsync(topic.Id, latest.At, latest.Seen, cancellation);
    }

    private async Task StoreHourAsync(
        Topic topic,
        string partition,
        List<MatchedMention> mentions,
        CancellationToken cancellation
    )
    {
        var scored = new Dictionary<MentionId, ScoredMention>();
        mentions = mentions.FindAll(one => !_stored.Is((partition, one.Mention.Id), MentionState.Of(one.Mention)));
        // Most mentions are new; whether one is stored is looked up only when the store refuses it.
        var lookUp = false;
        for (int next = 0, conflicts = 0; next < mentions.Count; )
        {
            if (conflicts > Tries)
                throw new StoreUnavailableException(
                    $"The mentions of {partition} were written by others {conflicts} times in a row."
                );
            var chunk = mentions.GetRange(next, Math.Min(MentionBatch.MostMentions, mentions.Count - next));
            var fresh = lookUp ? await NotStoredAsync(topic, partition, chunk, cancellation) : chunk;
            if (fresh.Count > 0 && await TryCommitAsync(topic, partition, fresh, scored, cancellation) is { } conflict)
            {
                lookUp |= conflict.Index < fresh.Count;
                conflicts++;
                continue;
            }

            _stored.Set(chunk.Select(one => ((partition, one.Mention.Id), MentionState.Of(one.Mention))));
            (next, conflicts, lookUp) = (next + chunk.Count, 0, false);
        }
    }

    private async Task<CommitResult.Conflict?> TryCommitAsync(
        Topic topic,
        string partition,
        List<MatchedMention> fresh,
        Dictionary<MentionId, ScoredMention> scored,
        CancellationToken cancellation
    )
    {
        // Scored once, also when the write has to be tried again.
        foreach (var (mention, folded) in fresh)
            if (!scored.ContainsKey(mention.Id))
                scored[mention.Id] = Score(topic, mention, folded);
        var batch = await MentionBatch.MakeAsync(
            fresh.ConvertAll(one => scored[one.Mention.Id]),
            minute => _minutes.FindAsync(partition, minute, cancellation)
        );
        // Until the store says that it did, the write may or may not have happened.
        foreach (var (minute, _) in batch.Minutes)
            _minutes.Doubt(partition, minute);
        var result = await _store.CommitAsync(MentionTables.Mentions, partition, batch.Changes, cancellation);
        if (result is not CommitResult.Committed committed)
        {
            _buckets.Doubt(topic.Id, fresh[0].Mention.At);
            return (CommitResult.Conflict)result;
        }

        Wrote(topic, partition, batch, committed);
        Stored?.Invoke(topic.Id, fresh.Count);
        return null;
    }

    /// <summary>Those that are not stored yet; the stored ones that say something else now are revised.</summary>
    private async Task<List<MatchedMention>> NotStoredAsync(
        Topic topic,
        string partition,
        List<MatchedMention> mentions,
        CancellationToken cancellation
    )
    {
        var fresh = new List<MatchedMention>();
        foreach (var one in mentions)
        {
            var key = new EntityKey(partition, MentionTables.MentionRow(one.Mention.Id));
            if (await _store.GetAsync(MentionTables.Mentions, key, cancellation) is not { } row)
                fresh.Add(one);
            else if (MentionRevision.IsDue(row, one.Mention))
                await ReviseAsync(topic, partition, key, one, cancellation);
        }

        return fresh;
    }

    private async Task ReviseAsync(
        Topic topic,
        string partition,
        EntityKey key,
        MatchedMention one,
        CancellationToken cancellation
    )
    {
        var scored = Score(topic, one.Mention, one.Folded);
        for (var tries = 0; tries <= Tries; tries++)
        {
            if (await _store.GetAsync(MentionTables.Mentions, key, cancellation) is not { } row)
                return;
            if (await MentionRevision.MakeAsync(_store, partition, row, scored, cancellation) is not { } revision)
                return;
            _minutes.Doubt(partition, revision.Minutes[0].Minute);
            var result = await _store.CommitAsync(MentionTables.Mentions, partition, revision.Changes, cancellation);
            if (result is CommitResult.Committed committed)
            {
                Wrote(topic, partition, revision, committed);
                return;
            }

            _buckets.Doubt(topic.Id, one.Mention.At);
        }

        throw new StoreUnavailableException(
            $"The mentions of {partition} were written by others {Tries} times in a row."
        );
    }

    private void Wrote(Topic topic, string partition, MentionBatch batch, CommitResult.Committed committed)
    {
        foreach (var minute in batch.Committed(committed))
        {
            _minutes.Wrote(partition, minute);
            _buckets.Wrote(topic.Id, minute);
        }
    }

    private static ScoredMention Score(Topic topic, Mention mention, string folded) =>
        topic.Scorer.Score(mention, folded, topic.Stories.Match(mention.Title, mention.Text));

    // After a start the last hours' stories are put back, so that a story goes on instead of starting over.
    private async Task WarmAsync(Topic topic, DateTimeOffset at, CancellationToken cancellation)
    {
        if (topic.IsWarm)
            return;
        for (var hour = MentionTables.HourOf(at - Memory); hour <= at; hour += TimeSpan.FromHours(1))
        {
            var rows = _store.ScanAsync(
                MentionTables.Mentions,
                MentionTables.Partition(topic.Id, hour),
                RowRange.Prefix(MentionTables.MentionPrefix),
                cancellation: cancellation
            );
            await foreach (var row in rows)
                topic.Stories.Remember(
                    row.Properties.Text("title") ?? "",
                    row.Properties.Text("text") ?? "",
                    unchecked((ulong)(row.Properties.Number("story") ?? 0))
                );
        }

        topic.IsWarm = true;
    }
}
