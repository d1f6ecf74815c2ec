using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Warnings.Spreading;

/// <summary>A source a story reached.</summary>
/// <param name="After">Time since the story's first mention.</param>
/// <param name="Reach">Followers of its mentions' authors, each author once.</param>
public sealed record SpreadPlatform(
    string Source,
    SourceCategory Category,
    DateTimeOffset First,
    TimeSpan After,
    int Mentions,
    long Reach
);

/// <summary>A mention others came from.</summary>
/// <param name="Followed">Mentions that repost or reply to it, directly or by others.</param>
/// <param name="ReachWith">Followers of its author, and of the authors of everything that followed from it.</param>
public sealed record SpreadNode(MentionId Id, DateTimeOffset At, int Followed, long ReachWith);

/// <summary>How something spread: source by source, and the mentions that carried it furthest.</summary>
/// <param name="Platforms">In order of their first mention.</param>
/// <param name="Nodes">By reach with what followed, greatest first.</param>
public sealed record SpreadPath(IReadOnlyList<SpreadPlatform> Platforms, IReadOnlyList<SpreadNode> Nodes)
{
    /// <param name="mentions">
    /// In any order; parents are looked for by external id within the same source. Parents that go round in a circle
    /// are cut.
    /// </param>
    /// <param name="take">The most nodes.</param>
    public static SpreadPath Of(IReadOnlyCollection<Mention> mentions, int take = 20)
    {
        var ordered = mentions
            .OrderBy(mention => mention.At)
            .ThenBy(mention => mention.Id.Value, StringComparer.Ordinal)
            .DistinctBy(mention => mention.Id)
            .ToList();
        if (ordered.Count == 0)
            return new SpreadPath([], []);
        var start = ordered[0].At;
        var platforms = ordered
            .GroupBy(mention => mention.Source)
            .Select(group => new SpreadPlatform(
                group.Key,
                group.First().Category,
                group.First().At,
                group.First().At - start,
                group.Count(),
                group.GroupBy(mention => mention.Author ?? mention.Id.Value).Sum(author => author.Max(Followers))
            ))
            .ToList();
        return new SpreadPath(platforms, Carriers(ordered, Math.Max(1, take)));
    }

    private static List<SpreadNode> Carriers(List<Mention> ordered, int take)
    {
        var places = new Dictionary<(string Source, string Id), int>();
        for (var i = 0; i < ordered.Count; i++)
            if (ordered[i].ExternalId is { } id)
                places.TryAdd((ordered[i].Source, id), i);
        var parents = ordered
            .Select(
                (mention, i) =>
                    mention.Parent is { } parent
                    && places.TryGetValue((mention.Source, parent), out var place)
                    && place != i
                        ? place
                        : -1
            )
            .ToArray();
        var depths = CutCircles(parents);

        var followed = new int[ordered.Count];
        var reach = ordered.Select(Followers).ToArray();
        // Deepest first, so that a parent has all it needs when it is its turn.
        foreach (var i in Enumerable.Range(0, ordered.Count).OrderByDescending(i => depths[i]))
            if (parents[i] >= 0)
            {
                followed[parents[i]] += followed[i] + 1;
                reach[parents[i]] += reach[i];
            }

        return
        [
            .. Enumerable
                .Range(0, ordered.Count)
                .OrderByDescending(i => reach[i])
                .ThenByDescending(i => followed[i])
                .ThenBy(i => i)
                .Take(take)
                .Select(i => new SpreadNode(ordered[i].Id, ordered[i].At, followed[i], reach[i])),
        ];
    }

    /// <summary>The depth of each; a mention that would be its own ancestor loses its parent.</summary>
    private static int[] CutCircles(int[] parents)
    {
        var depths = new int[parents.Length];
        Array.Fill(depths, -1);
        var way = new List<int>();
        for (var i = 0; i < parents.Length; i++)
        {
            way.Clear();
            var at = i;
            while (at >= 0 && depths[at] == -1)
            {
                depths[at] = -2;
                way.Add(at);
                at = parents[at];
            }

            if (at >= 0 && depths[at] == -2)
            {
                parents[way[^1]] = -1;
                at = -1;
            }

            var depth = at < 0 ? -1 : depths[at];
            for (var k = way.Count - 1; k >= 0; k--)
                depths[way[k]] = ++depth;
        }

        return depths;
    }

    private static long Followers(Mention mention) => Math.Max(0, mention.Followers ?? 0);
}
