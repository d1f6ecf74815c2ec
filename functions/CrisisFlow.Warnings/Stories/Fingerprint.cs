using System.Globalization;
using CrisisFlow.Core.Folding;

namespace CrisisFlow.Warnings.Stories;

/// <summary>
/// A text in 41 bytes: two fingerprints say how alike their texts are without the texts. MinHash (Broder 1997) over character shingles:
/// sixteen lanes of sixteen bits, each the least value of one hash function over all shingles; the share of equal lanes estimates the Jaccard similarity.
/// </summary>
/// <param name="Version">The algorithm's; fingerprints of different versions are never compared.</param>
/// <param name="Content">Hash of all letters and digits; equal for texts that differ in punctuation and spaces alone.</param>
/// <param name="Lanes0">Lanes 0 to 3, the first in the lowest bits; the rest follow.</param>
public readonly record struct Fingerprint(byte Version, ulong Content, ulong Lanes0, ulong Lanes1, ulong Lanes2, ulong Lanes3)
{
    public const byte CurrentVersion = 1;

    /// <summary>The number of hash functions.</summary>
    public const int LaneCount = 16;

    /// <summary>The fingerprint of normal text; see <see cref="TextFolding.Normalize"/>.</summary>
    public static Fingerprint Of(string normalized) => StoryText.FingerprintOf(normalized);

    internal ushort Lane(int index)
    {
        var four = (index >> 2) switch { 0 => Lanes0, 1 => Lanes1, 2 => Lanes2, _ => Lanes3 };
        return (ushort)(four >> (16 * (index & 3)));
    }

    /// <summary>0 (nothing in common) to 1 (the same shingles), in sixteenths; 0 for another version.</summary>
    public double Similarity(Fingerprint other)
    {
        if (Version != other.Version)
            return 0;
        var equal = 0;
        for (var i = 0; i < LaneCount; i++)
            if (Lane(i) == other.Lane(i))
                equal++;
        return equal / (double)LaneCount;
    }

    /// <summary>Version and five numbers in hexadecimal, joined by colons; safe as part of a key.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}:{Content:x16}:{Lanes0:x16}:{Lanes1:x16}:{Lanes2:x16}:{Lanes3:x16}");
}
