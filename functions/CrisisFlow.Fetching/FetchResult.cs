using CrisisFlow.Fetching.Guarding;

namespace CrisisFlow.Fetching;

/// <param name="Headers">Sent to the address's own host only, never after a redirect elsewhere.</param>
/// <param name="ETag">Of the last answer; makes the request a conditional one. Null for a full fetch.</param>
/// <param name="LastModified">Of the last answer, as it was written.</param>
public sealed record FetchRequest(
    Uri Url,
    IReadOnlyDictionary<string, string>? Headers = null,
    string? ETag = null,
    string? LastModified = null
);

public abstract record FetchResult
{
    /// <summary>The resource's new address (301, 308); null when there is none.</summary>
    public Uri? MovedTo { get; init; }

    /// <param name="Url">Where it came from at last, after redirects.</param>
    /// <param name="CutShort">
    /// A sentence when the body broke off or was longer than allowed; null when it is whole.
    /// </param>
    public sealed record Fetched(
        ReadOnlyMemory<byte> Body,
        Uri Url,
        string? ContentType,
        string? ETag,
        string? LastModified,
        string? CutShort
    ) : FetchResult;

    public sealed record NotModified : FetchResult;

    /// <param name="Message">A sentence that names address, value and limit; no query string, no secret.</param>
    /// <param name="Status">HTTP status; null when there was none.</param>
    /// <param name="RetryAfter">
    /// The server's Retry-After; null when it is absent or invalid.
    /// </param>
    public sealed record Failed(FetchFailure Reason, string Message, int? Status = null, TimeSpan? RetryAfter = null)
        : FetchResult;
}
