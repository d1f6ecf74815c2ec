using System.Collections.Immutable;
using CrisisFlow.Scoring.Mentions;

namespace CrisisFlow.Warnings.Buckets;

internal static class BucketMerge
{
    public static ImmutableArray<int> Sums(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        if (left.IsDefaultOrEmpty)
            return right.IsDefault ? [] : right;
        if (right.IsDefaultOrEmpty)
            return left;
        var sums = new int[Math.Max(left.Length, right.Length)];
        for (var i = 0; i < sums.Length; i++)
            sums[i] = (i < left.Length ? left[i] : 0) + (i < right.Length ? right[i] : 0);
        return ImmutableArray.Create(sums);
    }

    public static ImmutableArray<ImmutableArray<uint>> Sketches(
        ImmutableArray<ImmutableArray<uint>> left,
        ImmutableArray<ImmutableArray<uint>> right
    )
    {
        if (left.IsDefaultOrEmpty)
            return right;
        if (right.IsDefaultOrEmpty)
            return left;
        var merged = new ImmutableArray<uint>[Math.Max(left.Length, right.Length)];
        for (var i = 0; i < merged.Length; i++)
            merged[i] = Voices.Merge(i < left.Length ? left[i] : [], i < right.Length ? right[i] : []);
        return ImmutableArray.Create(merged);
    }

    public static ImmutableArray<string> Names(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        if (left.IsDefaultOrEmpty)
            return right.IsDefault ? [] : right;
        if (right.IsDefaultOrEmpty || left.SequenceEqual(right))
            return left;
        // Sorted, so that the order of merging does not show.
        return [.. left.Union(right).Order(StringComparer.Ordinal).Take(MinuteBucket.SourcesKept)];
    }

    public static ImmutableArray<StorySample> Stories(
        ImmutableArray<StorySample> left,
        ImmutableArray<StorySample> right
    )
    {
        if (left.IsDefaultOrEmpty)
            return right.IsDefault ? [] : right;
        if (right.IsDefaultOrEmpty)
            return left;
        var stories = new Dictionary<ulong, StorySample>(left.Length + right.Length);
        foreach (var story in left)
            Add(stories, story);
        foreach (var story in right)
            Add(stories, story);
        var all = stories.Values.ToArray();
        // Many near-equal posts do not push out what a hot list or the news tell.
        if (all.Length > MinuteBucket.StoriesKept)
        {
            Array.Sort(all, ByPlace);
            Array.Resize(ref all, MinuteBucket.StoriesKept);
        }

        Array.Sort(all, Compare);
        return ImmutableArray.Create(all);
    }

    private static int ByPlace(StorySample left, StorySample right)
    {
        var byPlace = IsNamed(right).CompareTo(IsNamed(left));
        return byPlace != 0 ? byPlace : Compare(left, right);
    }

    // What names no risk is no evidence, wherever it stands.
    private static bool IsNamed(StorySample story) =>
        story.HotList + story.News > 0 && story.Severity >= ScoredMention.NegativeFrom;

    private static void Add(Dictionary<ulong, StorySample> stories, StorySample story) =>
        stories[story.Fingerprint] = stories.TryGetValue(story.Fingerprint, out var known) ? known.With(story) : story;

    private static int Compare(StorySample left, StorySample right)
    {
        var bySeverity = right.Severity.CompareTo(left.Severity);
        if (bySeverity != 0)
            return bySeverity;
        var byMentions = right.Mentions.CompareTo(left.Mentions);
        return byMentions != 0 ? byMentions : left.Fingerprint.CompareTo(right.Fingerprint);
    }
}
