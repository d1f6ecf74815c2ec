using CrisisFlow.Core.Mentions;
using CrisisFlow.Settings;

namespace CrisisFlow.Monitoring.Polling.Health;

/// <summary>
/// Whether everything a source brings is dated whole hours before or after it came: then its dates name no time zone
/// and are in another one than assumed.
/// </summary>
internal static class SourceClock
{
    /// <summary>As many new items in a row have to agree before it is told.</summary>
    private const int Enough = 3;

    private const int MostHours = 14;

    /// <summary>Clocks differ, and a page is written before it is served.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <summary>A source polled less often could have published at any minute of the hour.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(45);

    /// <param name="fresh">Items that were not in the last document.</param>
    /// <returns>The health with what is now known of the source's clock.</returns>
    public static SourceHealth See(SourceHealth health, IReadOnlyList<DocumentItem> fresh, DateTimeOffset now)
    {
        var (hours, items) = (health.OffHours, health.OffItems);
        foreach (var item in fresh)
        {
            if ((item.Published ?? item.Updated) is not { } published)
                continue;
            if (Off(published - now, health.LastOk is { } last ? now - last : null) is not { } off)
                (hours, items) = (0, 0);
            else if (off != 0)
                (hours, items) =
                    off == hours || health.LastOk is null && hours > 0 ? (Math.Max(off, hours), items + 1) : (off, 1);
            else if (health.LastOk is not null || items == 0)
                (hours, items) = (0, 0);
        }

        return health with
        {
            OffHours = hours,
            OffItems = items,
        };
    }

    /// <summary>A sentence; null when the clock is right or nothing is known.</summary>
    public static string? Problem(SourceHealth health, SourceSettings source)
    {
        if (health.OffItems < Enough || health.OffHours == 0)
            return null;
        var hours = Math.Abs(health.OffHours);
        return $"The last {health.OffItems} new items are dated {hours} {(hours == 1 ? "hour" : "hours")} "
            + $"{(health.OffHours > 0 ? "after" : "before")} they came; "
            + (
                source.TimeZone.Length == 0
                    ? "set the source's timeZone."
                    : $"the source's timeZone {source.TimeZone} is probably wrong."
            );
    }

    /// <summary>Whole hours that a date is ahead; 0 = it can be right, null = it is off by something else.</summary>
    /// <param name="ahead">How far it is ahead of when it came.</param>
    /// <param name="gap">Time since the last document; null = this is the first, and old items are history.</param>
    private static int? Off(TimeSpan ahead, TimeSpan? gap)
    {
        if (ahead <= Tolerance && ahead >= -((gap ?? TimeSpan.Zero) + Tolerance))
            return 0;
        if (gap is null)
            return ahead > TimeSpan.Zero ? Within(Math.Ceiling(ahead.TotalHours)) : 0;
        if (gap > LongestGap)
            return ahead > TimeSpan.Zero ? Within(Math.Ceiling(ahead.TotalHours)) : null;
        var most = Math.Floor((ahead + gap.Value + Tolerance).TotalHours);
        return most >= (ahead - Tolerance).TotalHours ? Within(most) : null;
    }

    private static int? Within(double hours) => Math.Abs(hours) <= MostHours ? (int)hours : null;
}
