using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading;

/// <summary>
/// Ranks as hot lists write them become ranks that count from 1. A list whose first is 0 counts from 0; where several
/// entries are 0, it says that they have no rank.
/// </summary>
public static class Ranks
{
    /// <param name="fromZero">Whether the list counts from 0; then its further pages do so too.</param>
    public static IReadOnlyList<DocumentItem> FromOne(IReadOnlyList<DocumentItem> items, out bool fromZero)
    {
        var zeros = items.Count(static item => item.Rank == 0);
        fromZero = zeros == 1;
        return zeros == 0 ? items : Moved(items, fromZero);
    }

    /// <summary>The same for a list that may hold several sources; each counts for itself.</summary>
    public static IReadOnlyList<DocumentItem> FromOne(IReadOnlyList<DocumentItem> items)
    {
        var zeros = items
            .Where(static item => item.Rank == 0)
            .GroupBy(static item => item.Source ?? "", StringComparer.Ordinal)
            .ToDictionary(static one => one.Key, static one => one.Count(), StringComparer.Ordinal);
        return zeros.Count == 0
            ? items
            : [.. items.Select(item => zeros.TryGetValue(item.Source ?? "", out var n) ? Moved(item, n == 1) : item)];
    }

    /// <summary>A further page of a list.</summary>
    /// <param name="fromZero">What the first page told.</param>
    public static IReadOnlyList<DocumentItem> OfPage(Document page, bool fromZero) =>
        fromZero && !page.RanksFromZero ? Moved(page.Items, fromZero: true) : page.Items;

    /// <summary>One item of which no list is known: 0 is the top.</summary>
    public static DocumentItem Alone(DocumentItem item) => item.Rank == 0 ? item with { Rank = 1 } : item;

    private static IReadOnlyList<DocumentItem> Moved(IReadOnlyList<DocumentItem> items, bool fromZero) =>
        [.. items.Select(item => Moved(item, fromZero))];

    private static DocumentItem Moved(DocumentItem item, bool fromZero) =>
        item.Rank is not { } rank ? item
        : fromZero ? item with { Rank = rank + 1 }
        : item with { Rank = rank == 0 ? null : rank };
}
