using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Reading;

/// <summary>
/// Some feeds give all of their items one id, such as the site's address. Taken as ids, all items but the first would
/// be lost: within a document, equal ids with different links or titles are none.
/// </summary>
public static class SharedIds
{
    private const int Named = 3;

    /// <summary>The document with such ids left out, and a problem that says so.</summary>
    public static Document Without(Document document, string source)
    {
        HashSet<string>? shared = null;
        var first = new Dictionary<string, DocumentItem>(StringComparer.Ordinal);
        foreach (var item in document.Items)
            if (IdOf(item) is { } id && !first.TryAdd(id, item) && !IsSame(first[id], item))
                (shared ??= new(StringComparer.Ordinal)).Add(id);
        if (shared is null)
            return document;

        var count = 0;
        var items = new List<DocumentItem>(document.Items.Count);
        foreach (var item in document.Items)
        {
            var isShared = IdOf(item) is { } id && shared.Contains(id);
            count += isShared ? 1 : 0;
            items.Add(isShared ? item with { Id = null } : item);
        }

        var ids = string.Join(", ", shared.Take(Named).Select(static id => $"'{ProblemList.Quote(id)}'"));
        var more = shared.Count > Named ? ", …" : "";
        return document with
        {
            Items = items,
            Problems =
            [
                .. document.Problems,
                new ReadProblem(
                    source,
                    "",
                    $"{count} items share the id {ids}{more} but not the link and title; their links, or titles, "
                        + "tell them apart."
                )
                {
                    Kind = ReadProblemKind.Field,
                },
            ],
        };
    }

    private static string? IdOf(DocumentItem item) => string.IsNullOrWhiteSpace(item.Id) ? null : item.Id.Trim();

    private static bool IsSame(DocumentItem left, DocumentItem right) =>
        PageAddress.Of(left.Link) == PageAddress.Of(right.Link) && TitleLikeness.AreAlike(Words(left), Words(right));

    private static string Words(DocumentItem item) =>
        TitleLikeness.KeyOf(item.Title.Length > 0 ? item.Title : item.Text);
}
