using System.Collections.Immutable;
using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Warnings.Buckets;

/// <summary>
/// How many different authors: the k smallest hashes of their names. Exact up to k, an estimate beyond ((k - 1) / the
/// k-th smallest, Bar-Yossef et al. 2002), bounded in size and mergeable in any order.
/// </summary>
public static class Voices
{
    /// <summary>The greatest number of hashes kept.</summary>
    public const int Kept = 64;

    /// <summary>
    /// Who tells a mention: its author, and the mention itself where nobody is named. A report and an entry of a hot
    /// list speak for themselves, whoever signs them.
    /// </summary>
    public static uint Of(Mention mention) =>
        mention.Category is not (SourceCategory.News or SourceCategory.HotList)
        && AuthorName.Of(mention.Author) is { } name
            ? Hash(name)
            : Hash("\n" + mention.Id.Value);

    /// <summary>32-bit FNV-1a with a final mix; the same name has the same hash for ever.</summary>
    public static uint Hash(string author)
    {
        var hash = 2166136261u;
        foreach (var c in author)
            hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 16;
        hash *= 0x85ebca6bu;
        hash ^= hash >> 13;
        hash *= 0xc2b2ae35u;
        return hash ^ (hash >> 16);
    }

    /// <summary>Both sets as one, sorted, at most <see cref="Kept"/>.</summary>
    public static ImmutableArray<uint> Merge(ImmutableArray<uint> left, ImmutableArray<uint> right) =>
        Merge(left, right, Kept);

    /// <param name="kept">The greatest number of hashes.</param>
    internal static ImmutableArray<uint> Merge(ImmutableArray<uint> left, ImmutableArray<uint> right, int kept)
    {
        if (left.IsDefaultOrEmpty)
            return right.IsDefault ? [] : right;
        if (right.IsDefaultOrEmpty)
            return left;
        var merged = ImmutableArray.CreateBuilder<uint>(Math.Min(kept, left.Length + right.Length));
        int l = 0,
            r = 0;
        while (merged.Count < kept && (l < left.Length || r < right.Length))
        {
            var next = r >= right.Length || (l < left.Length && left[l] <= right[r]) ? left[l++] : right[r++];
            if (merged.Count == 0 || merged[^1] != next)
                merged.Add(next);
        }
        return merged.DrainToImmutable();
    }

    /// <summary>The number of different authors, 0 or more.</summary>
    public static long Count(ImmutableArray<uint> hashes) => Count(hashes, Kept);

    /// <summary>How many voices the mentions have: a sketch estimates, and nobody speaks without a mention.</summary>
    internal static int Among(int mentions, ImmutableArray<uint> hashes) => (int)Math.Min(mentions, Count(hashes));

    internal static long Count(ImmutableArray<uint> hashes, int kept)
    {
        if (hashes.IsDefault)
            return 0;
        if (hashes.Length < kept)
            return hashes.Length;
        return (long)Math.Round((kept - 1) * 4294967296.0 / Math.Max(1u, hashes[^1]));
    }
}
