using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>Documents to mentions, mentions to topics, and on to scoring.</summary>
/// <param name="keep">Items older than this are not taken in; retention would delete them at once. Null = any age.</param>
public sealed class Ingestor(IEntityStore store, TopicSet topics, IMentionQueue queue, TimeProvider time, TimeSpan? keep = null)
{
    private readonly SeenItems _seen = new(store);

    /// <summary>Takes a document in; returns once everything that matched is safe. Taking it again changes nothing.</summary>
    /// <param name="category">By the name of a source, since an archive holds several.</param>
    public async Task<Ingested> TakeAsync(string source, Func<string, SourceCategory> category, IReadOnlyList<DocumentItem> items, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var made = new List<(Mention Mention, IReadOnlyList<Topic> Topics)>();
        foreach (var item in items)
        {
            var from = item.Source ?? source;
            if (MentionMaker.Make(from, category(from), item, now) is not { } mention) continue;
            if (topics.Matching(TextFolding.FoldForMatching(mention.Whole)).ToList() is { Count: > 0 } matching) made.Add((mention, matching));
        }

        if (made.Count == 0) return new Ingested(items.Count, 0);
        var timed = await _seen.FirstSeenAsync([.. made.Select(m => m.Mention)], cancellation);
        var byTopic = new Dictionary<Topic, List<Mention>>();
        var matched = 0;
        for (var i = 0; i < timed.Count; i++)
        {
            if (keep is { } age && timed[i].At < now - age) continue;
            matched++;
            foreach (var topic in made[i].Topics)
            {
                if (!byTopic.TryGetValue(topic, out var list)) byTopic[topic] = list = [];
                list.Add(timed[i]);
            }
        }

        foreach (var (topic, mentions) in byTopic)
            await queue.EnqueueAsync(new TopicMentions(topic.Id.Value, mentions), cancellation);
        return new Ingested(items.Count, matched);
    }
}

/// <param name="Items">Items of the document.</param>
/// <param name="Matched">Items that belong to at least one topic and are not too old.</param>
public sealed record Ingested(int Items, int Matched);
