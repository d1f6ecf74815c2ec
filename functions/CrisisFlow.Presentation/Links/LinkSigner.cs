using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CrisisFlow.Presentation.Links;

/// <summary>Writes and reads the tokens in links.</summary>
/// <remarks>
/// Layout: version, key id (4), purpose, expiry in Unix seconds (8), then case, step, person and hash, each with its
/// length in one byte,
/// then the first 16 bytes of HMAC-SHA256 over all of it; base64url without padding.
/// </remarks>
public sealed class LinkSigner(LinkKeys keys)
{
    /// <summary>Longest token that is looked at, in characters.</summary>
    public const int Longest = 512;

    private const byte Version = 1;
    private const int MacLength = 16;

    /// <summary>The last second of the year 9999.</summary>
    private const long LatestExpiry = 253_402_300_799;
    private const int HeadLength = 1 + 4 + 1 + 8;

    private static readonly UTF8Encoding Strict = new(false, true);

    public string Write(Link link)
    {
        Span<byte> bytes = stackalloc byte[HeadLength + 4 * 256 + MacLength];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], keys.Current.Id);
        bytes[5] = (byte)link.Purpose;
        BinaryPrimitives.WriteInt64BigEndian(bytes[6..], link.Expires.ToUnixTimeSeconds());
        var at = HeadLength;
        foreach (var part in (ReadOnlySpan<string>)[link.Case, link.Step, link.Person, link.Hash])
        {
            var length = Strict.GetByteCount(part);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 255, nameof(link));
            bytes[at++] = (byte)length;
            at += Strict.GetBytes(part, bytes[at..]);
        }
        keys.Current.Sign("link"u8, bytes[..at], bytes.Slice(at, MacLength));
        var token = Base64Url.EncodeToString(bytes[..(at + MacLength)]);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(token.Length, Longest, nameof(link));
        return token;
    }

    public LinkReading Read(string token, DateTimeOffset now)
    {
        if (Decode(token) is not { } bytes || bytes[0] != Version)
            return new LinkReading.Bad(LinkFault.Broken);
        if (Parts(bytes) is not { } parts)
            return new LinkReading.Bad(LinkFault.Broken);
        if (keys.Find(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1))) is not { } key)
            return new LinkReading.Bad(LinkFault.Foreign);

        Span<byte> mac = stackalloc byte[MacLength];
        key.Sign("link"u8, bytes.AsSpan(0, bytes.Length - MacLength), mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, bytes.AsSpan(bytes.Length - MacLength)))
            return new LinkReading.Bad(LinkFault.Forged);

        // From here on the bytes are our own.
        if (BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(6)) is var seconds && seconds is < 0 or > LatestExpiry)
            return new LinkReading.Bad(LinkFault.Broken);
        var expires = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var link = new Link((LinkPurpose)bytes[5], parts[0], parts[1], parts[2], parts[3], expires);
        return now >= expires ? new LinkReading.Expired(link) : new LinkReading.Good(link);
    }

    /// <summary>What a form shown for a token has to send back: bound to the token, useless with any other.</summary>
    public string FormSeal(string token) => Seal(keys.Current, token);

    /// <summary>Accepts the seals of both keys, so that a key change does not spoil an open page.</summary>
    public bool IsFormSeal(string token, string? seal) => keys.Matches(key => Seal(key, token), seal);

    private static string Seal(LinkKey key, string token)
    {
        Span<byte> mac = stackalloc byte[MacLength];
        key.Sign("form"u8, Encoding.UTF8.GetBytes(token), mac);
        return Base64Url.EncodeToString(mac);
    }

    private static byte[]? Decode(string token)
    {
        if (token.Length is 0 or > Longest)
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(token.Length)];
        if (!Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length))
            return null;
        if (length < HeadLength + 4 + MacLength)
            return null;
        bytes = bytes[..length];
        // One token, one spelling: unused bits of the last character, white space and padding are refused.
        return Base64Url.EncodeToString(bytes) == token ? bytes : null;
    }

    private static string[]? Parts(byte[] bytes)
    {
        var parts = new string[4];
        var at = HeadLength;
        var end = bytes.Length - MacLength;
        for (var i = 0; i < parts.Length; i++)
        {
            if (at >= end || at + 1 + bytes[at] > end)
                return null;
            var text = bytes.AsSpan(at + 1, bytes[at]);
            parts[i] = Encoding.UTF8.GetString(text);
            at += 1 + text.Length;
        }
        return at == end ? parts : null;
    }
}
