using CrisisFlow.Core.Mentions;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>Documents to mentions, mentions to topics, and on to scoring.</summary>
/// <param name="keep">
/// Items older than this are not taken in; retention would delete them at once. Null = any age.
/// </param>
public sealed class Ingestor(
    IEntityStore store,
    TopicSet topics,
    IMentionQueue queue,
    TimeProvider time,
    TimeSpan? keep = null
)
{
    private readonly SeenItems _seen = new(store);
    private readonly RecentStates<(string Source, MentionId Id), MentionState> _handedOver = new();
    private readonly LaterStates _later = new();

    /// <summary>
    /// Takes a document in; returns once everything that matched is safe. Taking it again changes nothing; an item
    /// whose title or text changed is handed over again.
    /// </summary>
    /// <param name="category">By the name of a source, since an archive holds several.</param>
    public async Task<Ingested> TakeAsync(
        string source,
        Func<string, SourceCategory> category,
        IReadOnlyList<DocumentItem> items,
        CancellationToken cancellation = default
    )
    {
        var now = time.GetUtcNow();
        var matched = Match(source, category, items, now);
        if (matched.Count == 0)
            return new Ingested(items.Count, 0);
        var fresh = new HashSet<MentionId>();
        var timed = await _seen.FirstSeenAsync([.. matched.Select(one => one.Mention)], fresh, cancellation);
        var handedOver = new List<((string Source, MentionId Id) Key, MentionState State)>();
        var inThis = new HashSet<MentionId>();
        var byTopic = new Dictionary<Topic, List<MatchedMention>>();
        var again = new List<(Mention Mention, int Of)>();
        var kept = 0;
        for (var i = 0; i < timed.Count; i++)
        {
            if (keep is { } age && timed[i].At < now - age)
            {
                fresh.Remove(timed[i].Id);
                continue;
            }

            kept++;
            if (_later.IsDue(timed[i], matched[i].Mention.Published, matched[i].IsPolled, now))
                again.Add((timed[i] with { ShownAgain = now }, i));
            // A feed shows most of its items again and again, and some of them twice.
            var (key, state) = ((timed[i].Source, timed[i].Id), MentionState.Of(timed[i]));
            if (!inThis.Add(timed[i].Id) || _handedOver.Is(key, state))
                continue;
            handedOver.Add((key, state));
            foreach (var topic in matched[i].Topics)
            {
                if (!byTopic.TryGetValue(topic, out var list))
                    byTopic[topic] = list = [];
                list.Add(new MatchedMention(timed[i], matched[i].Folded));
            }
        }

        foreach (var (topic, mentions) in byTopic)
            await queue.EnqueueAsync(new TopicMentions(topic.Id, mentions), cancellation);
        // Only now: what a queue did not take comes again.
        _handedOver.Set(handedOver);
        await TellAgainAsync(again, matched, now, cancellation);
        return new Ingested(items.Count, kept) { Stored = fresh.Count, TooOld = timed.Count - kept };
    }

    private async Task TellAgainAsync(
        List<(Mention Mention, int Of)> again,
        List<Matched> matched,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var byTopic = again
            .SelectMany(one => matched[one.Of].Topics, static (one, topic) => (one.Mention, one.Of, Topic: topic))
            .ToLookup(static one => one.Topic);
        foreach (var topic in byTopic)
            await queue.EnqueueAsync(
                new TopicMentions(
                    topic.Key.Id,
                    [.. topic.Select(one => new MatchedMention(one.Mention, matched[one.Of].Folded))]
                ),
                cancellation
            );
        _later.Told(again.Select(static one => one.Mention), now);
    }

    // Most items are no topic's: nothing is made of those.
    private List<Matched> Match(
        string source,
        Func<string, SourceCategory> category,
        IReadOnlyList<DocumentItem> items,
        DateTimeOffset now
    )
    {
        var matched = new List<Matched>();
        string?[]? addresses = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (ItemText.Of(item) is not { } said)
                continue;
            if (topics.Matching(said.Folded) is not { Count: > 0 } matching)
                continue;
            var from = item.Source ?? source;
            addresses ??= OwnAddresses.Of(items, one => one.Category ?? category(one.Source ?? source));
            var mention = MentionMaker.Make(from, item.Category ?? category(from), item, said, addresses[i], now) with
            {
                Via = item.ShownBefore is not null && from != source ? source : null,
            };
            matched.Add(new(mention, said.Folded, matching, item.ShownBefore is not null));
        }

        return matched;
    }

    private readonly record struct Matched(Mention Mention, string Folded, IReadOnlyList<Topic> Topics, bool IsPolled);
}

/// <param name="Items">Items of the document.</param>
/// <param name="Matched">Items that belong to at least one topic and are not too old.</param>
public sealed record Ingested(int Items, int Matched)
{
    /// <summary>Of the matched: delivered for the first time. The others are known and count once.</summary>
    public int Stored { get; init; }

    /// <summary>Items that belong to a topic, but are older than what is kept.</summary>
    public int TooOld { get; init; }
}
