using CrisisFlow.Core.Folding;

namespace CrisisFlow.Warnings.Stories;

/// <summary>
/// A text in 40 bytes, by MinHash (Broder 1997) over character shingles: sixteen lanes of sixteen bits, each the least
/// value of
/// one hash function over all shingles. Alike texts share lanes, so an index over lanes finds them.
/// </summary>
/// <param name="Content">
/// Hash of all letters and digits; equal for texts that differ in punctuation and spaces alone. Stored as the id of the
/// story a
/// text was the first to tell, so it must never come out differently.
/// </param>
/// <param name="Lanes0">Lanes 0 to 3, the first in the lowest bits; the rest follow.</param>
public readonly record struct Fingerprint(ulong Content, ulong Lanes0, ulong Lanes1, ulong Lanes2, ulong Lanes3)
{
    /// <summary>The number of hash functions.</summary>
    public const int LaneCount = 16;

    /// <summary>The fingerprint of normal text; see <see cref="TextFolding.Normalize"/>.</summary>
    public static Fingerprint Of(string normalized) => StoryText.FingerprintOf(normalized);

    internal ushort Lane(int index)
    {
        var four = (index >> 2) switch
        {
            0 => Lanes0,
            1 => Lanes1,
            2 => Lanes2,
            _ => Lanes3,
        };
        return (ushort)(four >> (16 * (index & 3)));
    }
}
