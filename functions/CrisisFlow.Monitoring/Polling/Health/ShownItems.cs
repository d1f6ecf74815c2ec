using System.Security.Cryptography;
using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading;

namespace CrisisFlow.Monitoring.Polling.Health;

/// <summary>Which items a source showed last, as short hashes in one text; what was not shown then is new.</summary>
internal static class ShownItems
{
    private const int Most = 2000;

    /// <summary>Hexadecimal digits of an item's hash.</summary>
    private const int HashLength = 8;

    public static string Write(Document document) => string.Concat(document.Items.Take(Most).Select(Hash));

    /// <summary>Items that were not shown before, each once.</summary>
    /// <param name="before">By <see cref="Write"/>.</param>
    public static IReadOnlyList<DocumentItem> Fresh(string before, Document document)
    {
        var known = Read(before);
        return [.. document.Items.Take(Most).Where(item => known.Add(Hash(item)))];
    }

    /// <summary>The document with what is known of its items: whether the source showed them before.</summary>
    public static Document Known(SourceHealth health, Document document)
    {
        var before = Read(health.LastItems);
        return document with
        {
            Items =
            [
                .. document.Items.Select(item =>
                    item with
                    {
                        ShownBefore = health.LastOk is null || before.Contains(Hash(item)),
                    }
                ),
            ],
        };
    }

    private static HashSet<string> Read(string hashes) =>
        hashes.Chunk(HashLength).Select(static hash => new string(hash)).ToHashSet(StringComparer.Ordinal);

    private static string Hash(DocumentItem item) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ItemKey.Of(item))).AsSpan(0, HashLength / 2));
}
