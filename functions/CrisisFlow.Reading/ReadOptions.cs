using CrisisFlow.Core.Mentions;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Reading;

/// <summary>How one document is to be read.</summary>
public sealed record ReadOptions
{
    /// <summary>The source's name, included in every problem.</summary>
    public string Source { get; init; } = "document";

    /// <summary>
    /// Absolute address the document came from; relative links are resolved against it. Default none.
    /// </summary>
    public string? BaseUrl { get; init; }

    /// <summary>The Content-Type header as received. Default none.</summary>
    public string? ContentType { get; init; }

    /// <summary>How to read a JSON API; null (default) reads JSON Feed and archive lines by content.</summary>
    public JsonMapping? Mapping { get; init; }

    /// <summary>
    /// Language of the source such as "zh"; it decides what the time zone "CST" means. Default: what the document says.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>
    /// Time zone of dates that name none. Default: UTC, in Chinese, Japanese and Korean words theirs.
    /// </summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>
    /// Time zone of dates written for readers, such as "yesterday 10:20", when <see cref="Zone"/> is not given.
    /// </summary>
    public TimeZoneInfo? LocalZone { get; init; }

    /// <summary>When the document came; without it "5 minutes ago" is no date.</summary>
    public DateTimeOffset? Now { get; init; }

    public ReadLimits Limits { get; init; } = ReadLimits.Default;

    /// <summary>Whether an item may name the kind of its source, as pushed ones do.</summary>
    internal bool ReadsCategories { get; init; }

    internal DateContext Dates => new(Language, Zone, LocalZone, Now);

    internal ReadProblem Problem(ReadProblemKind kind, string place, string message) =>
        new(Source, place, message) { Kind = kind };
}

/// <summary>What one document may cost. Whatever lies beyond a limit is left out and named in a problem.</summary>
public sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    /// <summary>Bytes after decompression; default 8 MiB.</summary>
    public int Bytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Items; the first ones are kept, as feeds put the newest first. Default 2,000.</summary>
    public int Items { get; init; } = 2_000;

    /// <summary>Nested elements, arrays or objects; default 64.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Attributes of one element; default 128.</summary>
    public int Attributes { get; init; } = 128;

    /// <summary>Characters of one tag with its attributes; default 65,536.</summary>
    public int TagLength { get; init; } = 64 * 1024;

    /// <summary>Characters of one text, such as a title or a content; default 1,048,576.</summary>
    public int TextLength { get; init; } = 1024 * 1024;

    /// <summary>Problems that are reported one by one; the rest is counted. Default 50.</summary>
    public int Problems { get; init; } = 50;
}
