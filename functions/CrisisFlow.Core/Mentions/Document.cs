namespace CrisisFlow.Core.Mentions;

/// <summary>What a document turned out to be, by its content.</summary>
public enum DocumentKind
{
    Unknown,
    Rss,
    Atom,
    JsonFeed,
    JsonApi,
    Csv,
    JsonLines,
}

/// <summary>One document as it was read: the items that could be read, and what could not.</summary>
/// <param name="Kind">Recognised by content, not by name or header.</param>
/// <param name="Title">The document's own title; null when it names none.</param>
/// <param name="Link">The site the document speaks for, absolute; null when it names none.</param>
/// <param name="Items">In the document's order.</param>
/// <param name="Problems">Everything that was wrong; one bad item never costs the others.</param>
public sealed record Document(
    DocumentKind Kind,
    string? Title,
    string? Link,
    IReadOnlyList<DocumentItem> Items,
    IReadOnlyList<ReadProblem> Problems
)
{
    /// <summary>Language the document names for itself, such as "zh-CN"; null when it names none.</summary>
    public string? Language { get; init; }

    /// <summary>Items of an archive or a push that could not be read.</summary>
    public int LeftOut { get; init; }

    /// <summary>The list's ranks counted from 0; they were moved and count from 1.</summary>
    public bool RanksFromZero { get; init; }

    /// <summary>Address of the next page; null when this is the last one or the source has no pages.</summary>
    public string? Next { get; init; }

    /// <summary>
    /// False when nothing could be recognised: no items then says nothing about the source being quiet.
    /// </summary>
    public bool Readable => Kind != DocumentKind.Unknown;
}

/// <summary>
/// One item of a document, with its markup still in <paramref name="Title"/> and <paramref name="Text"/>.
/// </summary>
/// <param name="Id">The source's own id of the item (guid, id); null when it gives none.</param>
/// <param name="Title">As given; may hold HTML; empty when the item has none.</param>
/// <param name="Link">Absolute URL; null when the item has none or one that is no http(s) address.</param>
/// <param name="Published">When the item says it was published.</param>
/// <param name="Updated">When the item says it was changed last.</param>
/// <param name="Author">Display name.</param>
/// <param name="Text">As given; may hold HTML; empty when the item has none.</param>
public sealed record DocumentItem(
    string? Id,
    string Title,
    string? Link,
    DateTimeOffset? Published,
    DateTimeOffset? Updated,
    string? Author,
    string Text
)
{
    /// <summary>Position on a hot list, 1 = top; null when the source is none or does not say.</summary>
    public int? Rank { get; init; }

    public Engagement Engagement { get; init; } = Engagement.None;

    /// <summary>Followers of the author; null when unknown.</summary>
    public long? Followers { get; init; }

    /// <summary>External id of what this item reposts or replies to.</summary>
    public string? Parent { get; init; }

    /// <summary>
    /// The shorter text when the item gives one, as given; <see cref="Text"/> holds it too when there is no longer one.
    /// </summary>
    public string? Summary { get; init; }

    /// <summary>
    /// False when the source says that <see cref="Title"/> is plain text, so that a "&lt;" in it is just a "&lt;".
    /// </summary>
    public bool TitleIsMarkup { get; init; } = true;

    /// <summary>False when the source says that <see cref="Text"/> is plain text.</summary>
    public bool TextIsMarkup { get; init; } = true;

    /// <summary>Pictures, sound and films that go with the item and are not already part of its text.</summary>
    public IReadOnlyList<ItemMedia> Media { get; init; } = [];

    /// <summary>
    /// Of a source that is polled: whether it showed the item at the poll before, or has just been polled for the
    /// first time. Null = nobody polled it; it was pushed, or lies in an archive.
    /// </summary>
    public bool? ShownBefore { get; init; }

    /// <summary>
    /// Where the item came from when one document holds several sources (an archive); null otherwise.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>Kind of the source when the item itself names it (a push); null otherwise.</summary>
    public SourceCategory? Category { get; init; }
}

/// <summary>Likes, reposts and comments; each 0 or more.</summary>
public sealed record Engagement(long Likes, long Reposts, long Comments)
{
    public static readonly Engagement None = new(0, 0, 0);

    public long Total => Likes + Reposts + Comments;
}

/// <param name="Type">"image", "audio" or "video".</param>
public sealed record ItemMedia(string Url, string Type, string? Description);

/// <summary>What kind of thing could not be read; a closed set that is stored, counted and shown.</summary>
public enum ReadProblemKind
{
    /// <summary>A field or an item is not as it should be; the rest was kept.</summary>
    Field,

    /// <summary>The document breaks the rules of its format and was read as far as it goes.</summary>
    Malformed,

    /// <summary>The document ends too early.</summary>
    Truncated,

    /// <summary>A limit was reached; what lies beyond it was left out.</summary>
    Limit,

    /// <summary>The bytes do not fit the encoding they claim.</summary>
    Encoding,

    /// <summary>There is nothing in the document.</summary>
    Empty,

    /// <summary>A web page came where a document was expected.</summary>
    WebPage,

    /// <summary>A gatekeeper demands proof of a human.</summary>
    Challenge,

    /// <summary>Neither a feed nor anything else this product reads.</summary>
    Unrecognised,
}

/// <summary>Something that could not be read.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Place">Line and column, item number or JSON pointer; empty when the whole document is meant.</param>
/// <param name="Message">A sentence that names the thing, its value and the limit.</param>
public sealed record ReadProblem(string Source, string Place, string Message)
{
    public ReadProblemKind Kind { get; init; }
}
