using System.Globalization;
using System.Net.Http.Headers;
using CrisisFlow.Reading.Values;

namespace CrisisFlow.Fetching;

/// <summary>The Retry-After of a server.</summary>
public static class RetryAfter
{
    private const string Name = "Retry-After";
    private const int LongestNumber = 15;
    private const long MostSeconds = 100L * 365 * 86_400;

    public static TimeSpan? Of(HttpHeaders headers, DateTimeOffset now) => Of(FetchMessages.Header(headers, Name), now);

    /// <summary>Seconds or a date; null for the past, for nonsense, and for a date that cannot be.</summary>
    public static TimeSpan? Of(string? header, DateTimeOffset now)
    {
        if (header is null)
            return null;
        if (
            header.Length <= LongestNumber
            && long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        )
            return seconds == 0 ? null : TimeSpan.FromSeconds(Math.Min(seconds, MostSeconds));
        return header.Contains(' ') && Dates.Read(header) is { } date && date > now ? date - now : null;
    }
}
