using System.Collections.Immutable;

namespace CrisisFlow.Warnings.Buckets;

/// <summary>What later sights of mentions change in a window.</summary>
internal static class LaterSights
{
    /// <summary>Maximum kept of a bucket: those of hot lists, then the latest.</summary>
    private const int Kept = 32;

    /// <summary>Of each mention the latest sight.</summary>
    public static ImmutableArray<LaterSight> Merge(ImmutableArray<LaterSight> left, ImmutableArray<LaterSight> right)
    {
        if (left.IsDefaultOrEmpty)
            return right;
        if (right.IsDefaultOrEmpty)
            return left;
        var latest = new Dictionary<string, LaterSight>(StringComparer.Ordinal);
        foreach (var sight in left)
            Add(sight);
        foreach (var sight in right)
            Add(sight);
        return
        [
            .. latest
                .Values.OrderByDescending(static sight => Math.Min(1, sight.Now.HotList))
                .ThenByDescending(static sight => sight.Read)
                .ThenBy(static sight => sight.Mention, StringComparer.Ordinal)
                .Take(Kept),
        ];

        void Add(LaterSight sight)
        {
            if (!latest.TryGetValue(sight.Mention, out var known) || known.Read < sight.Read)
                latest[sight.Mention] = sight;
        }
    }

    /// <summary>
    /// The window as its sources show it last. A mention of the window gets its latest rank, reach and engagement; an
    /// older one that a hot list still shows is told now, once.
    /// </summary>
    /// <param name="from">Where the window begins.</param>
    public static MinuteBucket Apply(MinuteBucket window, DateTimeOffset from)
    {
        if (window.Later.IsDefaultOrEmpty)
            return window;
        var ranks = new Dictionary<ulong, List<int?>>();
        foreach (var sight in window.Later)
        {
            if (sight.At < from && sight.Now.HotList > 0)
            {
                window = MinuteBucket.Merge(window, sight.Now);
                continue;
            }

            // Fewer than before happens too: likes are taken back.
            window = window with
            {
                Reach = Math.Max(0, window.Reach + sight.Now.Reach - sight.FirstReach),
                Engagement = Math.Max(0, window.Engagement + sight.Now.Engagement - sight.FirstEngagement),
                HighFollowerAuthors = Voices.Merge(window.HighFollowerAuthors, sight.Now.HighFollowerAuthors),
            };
            if (sight.Now is { HotList: > 0, Stories: [var story] })
            {
                if (!ranks.TryGetValue(story.Fingerprint, out var known))
                    ranks[story.Fingerprint] = known = [];
                known.Add(story.Rank);
            }
        }

        return ranks.Count == 0 ? window : window with { Stories = [.. window.Stories.Select(Ranked)] };

        // Where every entry of a story was seen again, what was before no longer counts.
        StorySample Ranked(StorySample story) =>
            ranks.TryGetValue(story.Fingerprint, out var later)
                ? story with
                {
                    Rank = (later.Count >= story.HotList ? later : later.Append(story.Rank)).Min(),
                }
                : story;
    }
}
