using System.Collections.Immutable;
using System.Globalization;

namespace CrisisFlow.Warnings.Buckets;

/// <summary>Buckets that were written before voices were kept: each of their mentions counts as a voice.</summary>
public static class OlderBuckets
{
    /// <param name="at">The bucket's minute or hour, so that no two buckets' voices are the same.</param>
    public static MinuteBucket WithVoices(MinuteBucket bucket, DateTimeOffset at)
    {
        if (bucket.Mentions == 0 || !bucket.AllVoices.IsDefaultOrEmpty)
            return bucket;
        return bucket with
        {
            AllVoices = Made(at, bucket.Mentions),
            NegativeVoices = Made(at, bucket.Negative),
            RiskVoices = bucket.RiskHits.IsDefaultOrEmpty
                ? default
                : [.. bucket.RiskHits.Select(hits => Made(at, hits))],
        };
    }

    private static ImmutableArray<uint> Made(DateTimeOffset at, int count)
    {
        var hashes = new SortedSet<uint>();
        for (var i = 0; i < count; i++)
            hashes.Add(Voices.Hash(string.Create(CultureInfo.InvariantCulture, $"\n{at.UtcTicks} {i}")));
        return [.. hashes.Take(Voices.Kept)];
    }
}
