using System.Globalization;

namespace CrisisFlow.Monitoring.Polling.Health;

/// <summary>A time in which a source could not be read: that nothing came then says nothing.</summary>
/// <param name="Until">Now, when it still cannot be read.</param>
public sealed record UnreadSpan(string Source, DateTimeOffset From, DateTimeOffset Until);

/// <summary>How the spans of one source lie in its row: seconds since 1970, oldest first.</summary>
internal static class UnreadSpans
{
    private const int Most = 60;

    public static string Add(string spans, DateTimeOffset from, DateTimeOffset until)
    {
        var kept = spans.Split(';', StringSplitOptions.RemoveEmptyEntries).TakeLast(Most - 1);
        var added = string.Create(
            CultureInfo.InvariantCulture,
            $"{from.ToUnixTimeSeconds()}-{until.ToUnixTimeSeconds()}"
        );
        return string.Join(';', kept.Append(added));
    }

    public static IEnumerable<UnreadSpan> Read(string source, string spans)
    {
        foreach (var span in spans.Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (
                span.Split('-') is [var from, var until]
                && long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var begin)
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            )
                yield return new(
                    source,
                    DateTimeOffset.FromUnixTimeSeconds(begin),
                    DateTimeOffset.FromUnixTimeSeconds(end)
                );
    }
}
