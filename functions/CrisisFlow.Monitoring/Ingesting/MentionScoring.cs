using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Scoring.Mentions;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>Scores mentions and adds them to their minutes, each once however often it comes.</summary>
public sealed class MentionScoring(IEntityStore store, TopicSet topics, BucketStore? buckets = null) : IMentionQueue
{
    private const int Tries = 20;

    /// <summary>How far back the memory of stories is filled after a start.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(6);

    /// <summary>Mentions stored for the first time, with the topic: what metrics count.</summary>
    public event Action<TopicId, int>? Stored;

    /// <summary>In one process the queue is this call.</summary>
    public Task EnqueueAsync(TopicMentions mentions, CancellationToken cancellation = default) => ScoreAsync(mentions, cancellation);

    /// <exception cref="StoreUnavailableException">The store cannot answer; what was stored before stays, and the same call goes on from there.</exception>
    public async Task ScoreAsync(TopicMentions batch, CancellationToken cancellation = default)
    {
        // A topic that settings no longer name: its mentions are wanted by nobody.
        if (topics.Find(batch.Topic) is not { } topic) return;
        await topic.Gate.WaitAsync(cancellation);
        try
        {
            foreach (var hour in batch.Mentions.GroupBy(m => MentionTables.Partition(topic.Id, m.At)).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                await WarmAsync(topic, hour.Max(m => m.At), cancellation);
                await StoreHourAsync(topic, hour.Key, [.. hour.DistinctBy(m => m.Id).OrderBy(m => m.At)], cancellation);
                // Told again at a re-delivery, so that an hour whose settling was cut is settled then.
                if (buckets is not null) await buckets.TakeLateAsync(topic.Id, hour.First().At, hour.First().Seen, cancellation);
            }
        }
        finally
        {
            topic.Gate.Release();
        }
    }

    private async Task StoreHourAsync(Topic topic, string partition, List<Mention> mentions, CancellationToken cancellation)
    {
        var scored = new Dictionary<MentionId, ScoredMention>();
        for (int next = 0, conflicts = 0; next < mentions.Count;)
        {
            if (conflicts > Tries) throw new StoreUnavailableException($"The mentions of {partition} were written by others {conflicts} times in a row.");
            var chunk = mentions.GetRange(next, Math.Min(MentionBatch.MostMentions, mentions.Count - next));
            var fresh = await NotStoredAsync(partition, chunk, cancellation);
            if (fresh.Count > 0 && !await CommitAsync(topic, partition, fresh, scored, cancellation))
            {
                conflicts++;
                continue;
            }

            (next, conflicts) = (next + chunk.Count, 0);
        }
    }

    private async Task<bool> CommitAsync(Topic topic, string partition, List<Mention> fresh, Dictionary<MentionId, ScoredMention> scored, CancellationToken cancellation)
    {
        // Scored once, also when the write has to be tried again: the memory of stories must not see a mention twice.
        foreach (var mention in fresh)
            if (!scored.ContainsKey(mention.Id)) scored[mention.Id] = Score(topic, mention);
        var changes = await MentionBatch.ChangesAsync(store, partition, [.. fresh.Select(m => scored[m.Id])], cancellation);
        if (await store.CommitAsync(MentionTables.Mentions, partition, changes, cancellation) is not CommitResult.Committed) return false;
        Stored?.Invoke(topic.Id, fresh.Count);
        return true;
    }

    private async Task<List<Mention>> NotStoredAsync(string partition, List<Mention> mentions, CancellationToken cancellation)
    {
        var fresh = new List<Mention>();
        foreach (var mention in mentions)
            if (await store.GetAsync(MentionTables.Mentions, new(partition, MentionTables.MentionRow(mention.Id)), cancellation) is null) fresh.Add(mention);
        return fresh;
    }

    private static ScoredMention Score(Topic topic, Mention mention) =>
        topic.Scorer.Score(mention, TextFolding.FoldForMatching(mention.Whole), topic.Stories.Match(mention.Title, mention.Text));

    // After a start the last hours' stories are put back, so that a story goes on instead of beginning anew.
    private async Task WarmAsync(Topic topic, DateTimeOffset at, CancellationToken cancellation)
    {
        if (topic.IsWarm) return;
        for (var hour = MentionTables.HourOf(at - Memory); hour <= at; hour += TimeSpan.FromHours(1))
            await foreach (var row in store.ScanAsync(MentionTables.Mentions, MentionTables.Partition(topic.Id, hour), RowRange.Prefix(MentionTables.MentionPrefix), cancellation: cancellation))
                topic.Stories.Remember(row.Properties.Text("title") ?? "", row.Properties.Text("text") ?? "", unchecked((ulong)(row.Properties.Number("story") ?? 0)));
        topic.IsWarm = true;
    }
}
