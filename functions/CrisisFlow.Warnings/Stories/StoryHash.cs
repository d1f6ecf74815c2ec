using System.Runtime.Intrinsics;

namespace CrisisFlow.Warnings.Stories;

/// <summary>
/// The hash functions of fingerprint version 1. They are a storage format: never changed, only replaced by another
/// version.
/// </summary>
internal static class StoryHash
{
    private static readonly uint[] Multipliers =
    [
        0x9E3779B1,
        0x85EBCA77,
        0xC2B2AE3D,
        0x27D4EB2F,
        0x165667B1,
        0xD3A2646D,
        0xFD7046C5,
        0xB55A4F09,
        0x8DA6B343,
        0xD8163841,
        0xCB1AB31F,
        0xA2F7C391,
        0x97654321,
        0xE95C2A1D,
        0xBF58476D,
        0x94D049BB,
    ];

    public static uint Mix(uint value)
    {
        value ^= value >> 16;
        value *= 0x7FEB352D;
        value ^= value >> 15;
        value *= 0x846CA68B;
        return value ^ (value >> 16);
    }

    /// <summary>
    /// Lane by lane the least value over all shingles; eight lanes at a time where the processor can.
    /// </summary>
    public static void Minimum(ReadOnlySpan<uint> shingles, Span<ushort> lanes)
    {
        for (var lane = 0; lane < lanes.Length; lane += Vector256<uint>.Count)
        {
            var multipliers = Vector256.Create(Multipliers.AsSpan(lane));
            var shifted = multipliers >>> 7;
            var least = Vector256<uint>.AllBitsSet;
            foreach (var shingle in shingles)
            {
                var value = (Vector256.Create(shingle) ^ shifted) * multipliers;
                value ^= value >>> 15;
                least = Vector256.Min(least, value * Vector256.Create(0x2C1B3C6Du));
            }

            for (var i = 0; i < Vector256<uint>.Count; i++)
                lanes[lane + i] = (ushort)(least[i] >> 3 ^ least[i] >> 19);
        }
    }

    public static uint Text(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = (hash ^ character) * 16777619;
        return Mix(hash);
    }

    public static ulong Content(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037ul;
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211ul;
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }
}
