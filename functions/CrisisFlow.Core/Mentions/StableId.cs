using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CrisisFlow.Core.Mentions;

/// <summary>
/// Identity derived from what a thing is, so that the same thing has the same id at every delivery and on every host.
/// </summary>
public static class StableId
{
    /// <summary>
    /// The first 16 bytes of SHA-256 over every part, each preceded by its length in bytes, as 32 lower-case
    /// hexadecimal digits.
    /// The length keeps ("ab", "c") apart from ("a", "bc"); a missing part is kept apart from an empty one.
    /// </summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, part is null ? -1 : Encoding.UTF8.GetByteCount(part));
            hash.AppendData(length);
            if (part is not null)
                hash.AppendData(Encoding.UTF8.GetBytes(part));
        }

        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest[..16]);
    }

    /// <summary>
    /// A mention's id: of its source and the source's own id of the item; without one, of its link; without a link, of
    /// its text and author.
    /// The kind of identity is part of it, so that a link used as an id is not the same as the link.
    /// </summary>
    public static MentionId OfMention(
        string source,
        string? externalId,
        string? link,
        string title,
        string text,
        string? author
    ) =>
        new(
            !string.IsNullOrWhiteSpace(externalId) ? Of("id", source, externalId.Trim())
            : !string.IsNullOrWhiteSpace(link) ? Of("link", source, link.Trim())
            : Of("text", source, title, text, author)
        );
}
