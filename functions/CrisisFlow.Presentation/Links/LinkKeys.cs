using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CrisisFlow.Presentation.Links;

/// <summary>
/// The keys that sign links: one signs, both are accepted, so that a key can be changed while mails are still under
/// way.
/// </summary>
public sealed class LinkKeys
{
    /// <summary>Shortest key, in bytes.</summary>
    public const int Shortest = 32;

    private readonly LinkKey[] keys;

    /// <param name="current">Signs and is accepted; at least 32 bytes.</param>
    /// <param name="previous">Is accepted only; null when there is none.</param>
    public LinkKeys(ReadOnlySpan<byte> current, byte[]? previous = null) =>
        keys = previous is null ? [new LinkKey(current)] : [new LinkKey(current), new LinkKey(previous)];

    internal LinkKey Current => keys[0];

    internal bool Matches(Func<LinkKey, string> expected, string? given) =>
        given is not null
        && keys.Aggregate(
            false,
            (found, key) =>
                found
                | CryptographicOperations.FixedTimeEquals(
                    Encoding.UTF8.GetBytes(expected(key)),
                    Encoding.UTF8.GetBytes(given)
                )
        );

    internal LinkKey? Find(uint id) => Array.Find(keys, key => key.Id == id);

    /// <summary>Keys from settings: base64, current first. Returns what is wrong as a sentence, or null.</summary>
    public static string? TryParse(string? current, string? previous, out LinkKeys? keys)
    {
        keys = null;
        if (Decode(current) is not { } first)
            return "Links:Key must be base64 of at least 32 bytes.";
        byte[]? second = null;
        if (!string.IsNullOrWhiteSpace(previous) && (second = Decode(previous)) is null)
            return "Links:PreviousKey must be base64 of at least 32 bytes, or empty.";
        keys = new LinkKeys(first, second);
        return null;
    }

    /// <summary>A fresh key as base64, for a host that keeps its own.</summary>
    public static string Generate() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Shortest));

    private static byte[]? Decode(string? text)
    {
        var bytes = new byte[text?.Length ?? 0];
        return Convert.TryFromBase64String(text ?? "", bytes, out var length) && length >= Shortest
            ? bytes[..length]
            : null;
    }
}

/// <summary>One key. Its id is taken from the key itself, so nobody has to hand out ids.</summary>
internal sealed class LinkKey
{
    private readonly byte[] secret;

    public LinkKey(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, LinkKeys.Shortest);
        this.secret = secret.ToArray();
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(this.secret, "CrisisFlow key id"u8, mac);
        Id = BinaryPrimitives.ReadUInt32BigEndian(mac);
    }

    public uint Id { get; }

    /// <summary>HMAC-SHA256 of the use and the data; <paramref name="into"/> takes its first bytes.</summary>
    public void Sign(ReadOnlySpan<byte> use, ReadOnlySpan<byte> data, Span<byte> into)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(use);
        hash.AppendData([0]);
        hash.AppendData(data);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(whole);
        whole[..into.Length].CopyTo(into);
    }
}
