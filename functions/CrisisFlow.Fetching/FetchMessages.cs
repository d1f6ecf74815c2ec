using System.Net;
using System.Net.Http.Headers;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Fetching;

/// <summary>What goes out and what comes back, header by header.</summary>
public static class FetchMessages
{
    private const int HeaderLimit = 1024;

    public static HttpRequestMessage Create(FetchRequest request, Uri url)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", "CrisisFlow/0.1");
        message.Headers.TryAddWithoutValidation(
            "Accept",
            "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, "
                + "application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, text/csv;q=0.8, */*;q=0.5"
        );
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        // A source's headers can hold a key; only the host they were meant for gets them.
        if (request.Headers is not null && SameOrigin(request.Url, url))
            foreach (var (name, value) in request.Headers)
            {
                message.Headers.Remove(name);
                message.Headers.TryAddWithoutValidation(name, value);
            }

        if (request.ETag is not null)
            message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        if (request.LastModified is not null)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        return message;
    }

    public static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    public static bool SameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.IdnHost == other.IdnHost && one.Port == other.Port;

    public static (Uri? Next, FetchResult.Failed? Refused) Next(HttpResponseMessage response, Uri url)
    {
        var shown = AddressGuard.Shown(url);
        var location = response.Headers.NonValidated.TryGetValues("Location", out var values)
            ? values.FirstOrDefault()?.Trim()
            : null;
        if (string.IsNullOrEmpty(location))
            return (null, Fail(FetchFailure.Redirect, $"'{shown}' redirects without saying where."));
        if (location.Length > 2083)
            return (
                null,
                Fail(
                    FetchFailure.Redirect,
                    $"'{shown}' redirects to an address of {location.Length} characters; the limit is 2083."
                )
            );
        if (location.Contains('\\') || !Uri.TryCreate(url, location, out var next))
            return (null, Fail(FetchFailure.Redirect, $"'{shown}' redirects to something that is no address."));
        if (url.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
            return (null, Fail(FetchFailure.Downgrade, $"'{shown}' redirects from https to http, which is refused."));
        return (next, null);

        FetchResult.Failed Fail(FetchFailure reason, string message) => new(reason, message, (int)response.StatusCode);
    }

    public static FetchResult.Failed Status(HttpResponseMessage response, string shown, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var wait = RetryAfter.Of(response.Headers, now);
        var reason =
            response.Headers.Contains("cf-mitigated") ? FetchFailure.Challenge
            : status == 410 ? FetchFailure.Gone
            : status == 429 || (status == 503 && wait is not null) ? FetchFailure.Busy
            : FetchFailure.Status;
        var message = reason switch
        {
            FetchFailure.Challenge => $"'{shown}' answered {status} and asks for proof of a human.",
            FetchFailure.Gone => $"'{shown}' answered 410: it is permanently gone and will not be polled again.",
            _ => $"'{shown}' answered {status}.",
        };
        return new(reason, message, status, wait);
    }

    /// <summary>One header as written; null when it is absent or longer than 1,024 characters.</summary>
    public static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values)
        && values.FirstOrDefault() is { Length: > 0 and <= HeaderLimit } value
            ? value
            : null;
}
