using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading;

/// <summary>
/// Where the fields of a JSON API's items are. Each is a JSON Pointer: <see cref="Items"/>, <see cref="Ok"/>,
/// <see cref="Next"/> and <see cref="DocumentTitle"/> from the top, the others from the item. A field that is null is
/// not read.
/// </summary>
public sealed record JsonMapping
{
    [Description(
        "JSON Pointer to the list of items, such as /data/list; empty = the whole document is the list. An object "
            + "counts as the list of its values."
    )]
    public string Items { get; set; } = "";

    [Description(
        "JSON Pointer to what says whether the answer is good, such as /code; anything else than okValue is a failure "
            + "of the source."
    )]
    public string? Ok { get; set; }

    [Description("What ok says when the answer is good; empty = true, 0, 200, ok or success.")]
    public string OkValue { get; set; } = "";

    [Description("JSON Pointer to the document's title.")]
    public string? DocumentTitle { get; set; }

    [Description("JSON Pointer, from the item, to its own id.")]
    public string? Id { get; set; }

    [Description("JSON Pointer, from the item, to its title.")]
    public string? Title { get; set; } = "/title";

    [Description("JSON Pointer, from the item, to its text.")]
    public string? Text { get; set; }

    [Description(
        "JSON Pointer, from the item, to its address; or an address to fill in, such as https://example.com/p/{id} "
            + "or https://example.com/?q={title}."
    )]
    public string? Url { get; set; }

    [Description(
        "JSON Pointer, from the item, to when it was published: seconds or milliseconds since 1970, or a date in "
            + "any form feeds use."
    )]
    public string? Published { get; set; }

    [Description("JSON Pointer, from the item, to when it was changed last.")]
    public string? Updated { get; set; }

    [Description("JSON Pointer, from the item, to its author.")]
    public string? Author { get; set; }

    [Description("JSON Pointer, from the item, to the number of its author's followers.")]
    public string? Followers { get; set; }

    [Description("JSON Pointer, from the item, to its position on a hot list; # = its place in the list.")]
    public string? Rank { get; set; }

    [Description("JSON Pointer, from the item, to the number of likes.")]
    public string? Likes { get; set; }

    [Description("JSON Pointer, from the item, to the number of reposts.")]
    public string? Reposts { get; set; }

    [Description("JSON Pointer, from the item, to the number of comments.")]
    public string? Comments { get; set; }

    [Description("JSON Pointer, from the item, to the id of what it reposts or replies to.")]
    public string? Parent { get; set; }

    [Description("True when titles and texts are HTML, false when they are plain.")]
    public bool Markup { get; set; }

    [Description("JSON Pointer to the next page's address, or to a token that goes into nextParameter.")]
    public string? Next { get; set; }

    [Description("Query parameter that carries the token, or the page's number when next is not given.")]
    public string? NextParameter { get; set; }

    [Description("Number of the first page when pages are counted.")]
    [Range(0, 1000)]
    public int FirstPage { get; set; } = 1;

    [Description("Pages fetched at one poll; an empty page ends it earlier.")]
    [Range(1, 50)]
    public int MaxPages { get; set; } = 5;

    /// <summary>Everything that is wrong with the mapping, a sentence each.</summary>
    public IEnumerable<string> Validate()
    {
        var pointers = new (string Name, string? Value)[]
        {
            ("items", Items),
            ("ok", Ok),
            ("documentTitle", DocumentTitle),
            ("id", Id),
            ("title", Title),
            ("text", Text),
            ("published", Published),
            ("updated", Updated),
            ("author", Author),
            ("followers", Followers),
            ("rank", Rank == "#" ? null : Rank),
            ("likes", Likes),
            ("reposts", Reposts),
            ("comments", Comments),
            ("parent", Parent),
            ("next", Next),
            ("url", IsTemplate(Url) ? null : Url),
        };
        foreach (var (name, value) in pointers)
            if (value is not null && JsonPointer.Parse(value) is null)
                yield return $"mapping.{name} '{value}' is no JSON Pointer; one is empty or begins with '/' and "
                    + "holds '~' only as '~0' or '~1'.";
        if (Title is null && Text is null)
            yield return "mapping names neither title nor text; an item needs at least one.";
        if (MaxPages is < 1 or > 50)
            yield return $"mapping.maxPages is {MaxPages}; it is 1 to 50.";
        if (OkValue.Length > 0 && Ok is null)
            yield return $"mapping.okValue is '{OkValue}', but mapping.ok does not say where it stands.";
        if (NextParameter is "")
            yield return "mapping.nextParameter is empty; it names a query parameter or is left out.";
    }

    internal static bool IsTemplate(string? url) => url is not null && FeedLinks.IsWeb(url);
}
