using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// Which items of one document have an address of their own: not the site's first page that all of them link, nor a
/// thread's or a product's that holds many posts.
/// </summary>
internal static class OwnAddresses
{
    /// <returns>One for each item, by <see cref="PageAddress"/>; null where it has none of its own.</returns>
    public static string?[] Of(IReadOnlyList<DocumentItem> items, Func<DocumentItem, SourceCategory> category)
    {
        var addresses = new string?[items.Count];
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        HashSet<string>? shared = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (PageAddress.Of(items[i].Link) is not { } address)
                continue;
            addresses[i] = address;
            if (!first.TryAdd(address, i) && !IsSame(items[first[address]], items[i], category(items[i])))
                (shared ??= new(StringComparer.Ordinal)).Add(address);
        }

        for (var i = 0; shared is not null && i < addresses.Length; i++)
            if (addresses[i] is { } address && shared.Contains(address))
                addresses[i] = null;
        return addresses;
    }

    // A paper lists one report twice with two summaries; people's posts differ by what they say and who says it.
    private static bool IsSame(DocumentItem left, DocumentItem right, SourceCategory category) =>
        category is SourceCategory.News or SourceCategory.HotList && left.Title.Length > 0
            ? TitleLikeness.AreAlike(TitleLikeness.KeyOf(left.Title), TitleLikeness.KeyOf(right.Title))
            : left.Title == right.Title && left.Text == right.Text && left.Author == right.Author;
}
