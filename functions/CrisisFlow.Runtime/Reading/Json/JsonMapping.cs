namespace CrisisFlow.Runtime.Reading;

/// <summary>
/// Where the fields of a JSON API's items are. Each is a JSON Pointer: <see cref="Items"/>, <see cref="Next"/> and <see cref="DocumentTitle"/> from the top,
/// the others from the item. A field that is null is not read.
/// </summary>
public sealed record JsonMapping
{
    /// <summary>The list of items; empty (default) when the whole document is the list. An object counts as the list of its values.</summary>
    public string Items { get; init; } = "";

    public string? DocumentTitle { get; init; }

    public string? Id { get; init; }

    /// <summary>Default "/title".</summary>
    public string? Title { get; init; } = "/title";

    public string? Text { get; init; }

    /// <summary>A pointer, or an address with places to fill in such as "https://example.com/p/{id}" or "…?q={title}".</summary>
    public string? Url { get; init; }

    /// <summary>Seconds or milliseconds since 1970, or a date in any form feeds use.</summary>
    public string? Published { get; init; }

    public string? Updated { get; init; }

    public string? Author { get; init; }

    public string? Followers { get; init; }

    /// <summary>A pointer to the position on a hot list, or "#" for the item's place in the list.</summary>
    public string? Rank { get; init; }

    public string? Likes { get; init; }

    public string? Reposts { get; init; }

    public string? Comments { get; init; }

    public string? Parent { get; init; }

    /// <summary>False (default) when title and text are plain; true when they are HTML.</summary>
    public bool Markup { get; init; }

    /// <summary>Pointer to the next page's address, or to a token that goes into <see cref="NextParameter"/>. Default none.</summary>
    public string? Next { get; init; }

    /// <summary>Query parameter that carries the token, or the page's number when <see cref="Next"/> is null. Default none.</summary>
    public string? NextParameter { get; init; }

    /// <summary>Number of the first page when pages are counted; default 1.</summary>
    public int FirstPage { get; init; } = 1;

    /// <summary>Pages fetched at one poll, 1 to 50; default 5. An empty page ends it earlier.</summary>
    public int MaxPages { get; init; } = 5;

    /// <summary>Everything that is wrong with the mapping, a sentence each.</summary>
    public IEnumerable<string> Validate()
    {
        var pointers = new (string Name, string? Value)[]
        {
            ("items", Items), ("documentTitle", DocumentTitle), ("id", Id), ("title", Title), ("text", Text), ("published", Published), ("updated", Updated),
            ("author", Author), ("followers", Followers), ("rank", Rank == "#" ? null : Rank), ("likes", Likes), ("reposts", Reposts), ("comments", Comments),
            ("parent", Parent), ("next", Next), ("url", IsTemplate(Url) ? null : Url),
        };
        foreach (var (name, value) in pointers)
            if (value is not null && JsonPointer.Parse(value) is null)
                yield return $"mapping.{name} '{value}' is no JSON Pointer; one is empty or begins with '/' and holds '~' only as '~0' or '~1'.";
        if (Title is null && Text is null) yield return "mapping names neither title nor text; an item needs one of them.";
        if (MaxPages is < 1 or > 50) yield return $"mapping.maxPages is {MaxPages}; it is 1 to 50.";
        if (NextParameter is "") yield return "mapping.nextParameter is empty; it names a query parameter or is left out.";
    }

    internal static bool IsTemplate(string? url) => url is not null && Links.IsWeb(url);
}
