namespace CrisisFlow.Core.Monitoring;

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
    IReadOnlyList<ReadProblem> Problems);

/// <summary>One item of a document, with its markup still in <paramref name="Title"/> and <paramref name="Text"/>.</summary>
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
    string Text)
{
    /// <summary>Position on a hot list, 1 = top; null when the source is none or does not say.</summary>
    public int? Rank { get; init; }

    public Engagement Engagement { get; init; } = Engagement.None;

    /// <summary>Followers of the author; null when unknown.</summary>
    public long? Followers { get; init; }

    /// <summary>External id of what this item reposts or replies to.</summary>
    public string? Parent { get; init; }

    /// <summary>Where the item came from when one document holds several sources (an archive); null otherwise.</summary>
    public string? Source { get; init; }
}

/// <summary>Likes, reposts and comments; each 0 or more.</summary>
public sealed record Engagement(long Likes, long Reposts, long Comments)
{
    public static readonly Engagement None = new(0, 0, 0);

    public long Total => Likes + Reposts + Comments;
}

/// <summary>Something that could not be read.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Place">Line and column, item number or JSON pointer; empty when the whole document is meant.</param>
/// <param name="Message">A sentence that names the thing, its value and the limit.</param>
public sealed record ReadProblem(string Source, string Place, string Message);
