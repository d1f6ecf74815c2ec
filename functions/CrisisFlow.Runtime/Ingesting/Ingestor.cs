using CrisisFlow.Core.Monitoring;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Ingesting;

/// <summary>Documents to mentions, mentions to topics, and on to scoring.</summary>
public sealed class Ingestor(IEntityStore store, TopicSet topics, IMentionQueue queue, TimeProvider time)
{
    private readonly MentionMaker _maker = new(store);

    /// <summary>Takes a document in; returns once everything that matched is safe. Taking it again changes nothing.</summary>
    /// <param name="category">By the name of a source, since an archive holds several.</param>
    public async Task<Ingested> TakeAsync(string source, Func<string, SourceCategory> category, IReadOnlyList<DocumentItem> items, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var byTopic = new Dictionary<Topic, List<Mention>>();
        var matched = 0;
        foreach (var item in items)
        {
            var from = item.Source ?? source;
            if (await _maker.MakeAsync(from, category(from), item, now, cancellation) is not { } mention) continue;
            var any = false;
            foreach (var topic in topics.Matching(TextFolding.FoldForMatching(mention.Whole)))
            {
                if (!byTopic.TryGetValue(topic, out var list)) byTopic[topic] = list = [];
                list.Add(mention);
                any = true;
            }

            if (any) matched++;
        }

        foreach (var (topic, mentions) in byTopic)
            await queue.EnqueueAsync(new TopicMentions(topic.Id.Value, mentions), cancellation);
        return new Ingested(items.Count, matched);
    }
}

/// <param name="Items">Items of the document.</param>
/// <param name="Matched">Items that belong to at least one topic.</param>
public sealed record Ingested(int Items, int Matched);
