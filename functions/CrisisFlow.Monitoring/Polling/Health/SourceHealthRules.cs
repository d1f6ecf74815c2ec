using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Fetching;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Settings;

namespace CrisisFlow.Monitoring.Polling.Health;

/// <summary>How a source's health changes. Pure: the time comes in, jitter comes from a hash.</summary>
public static class SourceHealthRules
{
    /// <summary>Maximum time until a failing source is polled again.</summary>
    public static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(6);

    /// <summary>Maximum time a source's Retry-After is honoured.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <summary>Minimum time without a good answer that counts as not read.</summary>
    private static readonly TimeSpan LeastSilence = TimeSpan.FromMinutes(15);

    public static SourceHealth Initial(SourceSettings source, DateTimeOffset now) =>
        new()
        {
            Source = source.Name,
            Url = source.Url!.AbsoluteUri,
            Due = now,
        };

    /// <summary>What is known of the source, or a fresh start when its address has changed.</summary>
    public static SourceHealth For(SourceSettings source, SourceHealth? known, DateTimeOffset now) =>
        known is not null && known.Url == source.Url!.AbsoluteUri ? known : Initial(source, now);

    /// <summary>
    /// Conditional requests are only as good as the server's memory; once in this time everything is fetched: every
    /// hour, or every second time where that takes longer.
    /// </summary>
    public static TimeSpan FullFetchEvery(SourceSettings source)
    {
        var twice = source.Interval * 2;
        return twice < TimeSpan.FromHours(1) ? TimeSpan.FromHours(1)
            : twice > TimeSpan.FromHours(24) ? TimeSpan.FromHours(24)
            : twice;
    }

    /// <summary>
    /// Since when a source cannot be read: it fails as often as its setting allows, is gone, or has not answered for
    /// that long, be it that nobody asked. Null = it can be read.
    /// </summary>
    public static DateTimeOffset? UnreadSince(SourceSettings source, SourceHealth health, DateTimeOffset now)
    {
        if ((health.LastOk ?? health.UnreadSince ?? health.LastTry) is not { } since)
            return null;
        if (health.Condition is SourceCondition.Failing or SourceCondition.Gone)
            return since;
        var patience = source.Interval * (source.FailingAfter + 1);
        return now - since > (patience > LeastSilence ? patience : LeastSilence) ? since : null;
    }

    public static FetchRequest Request(SourceSettings source, SourceHealth health, DateTimeOffset now)
    {
        var full = health.FullFetch is not { } last || now - last >= FullFetchEvery(source) || now < last;
        // A key in the headers belongs to the host the settings name, not to one the source says it has moved to.
        var headers = FetchMessages.SameOrigin(health.Address, source.Url!) ? source.Headers : null;
        return new(health.Address, headers, full ? null : health.ETag, full ? null : health.LastModified);
    }

    /// <summary>A document came and was handed on.</summary>
    public static (SourceHealth Health, IReadOnlyList<SourceAlert> Alerts) Read(
        SourceHealth health,
        SourceSettings source,
        FetchResult.Fetched answer,
        Document document,
        DateTimeOffset now
    )
    {
        var fresh = ShownItems.Fresh(health.LastItems, document);
        var clock = SourceClock.See(health, fresh, now);
        var next = Moved(clock, answer.MovedTo) with
        {
            ItemsSeen = health.ItemsSeen + fresh.Count,
            QuietSince = fresh.Count > 0 || health.QuietSince is null ? now : health.QuietSince,
            LastItems = ShownItems.Write(document),
            FullFetch = now,
            ETag = answer.ETag,
            LastModified = answer.LastModified,
            Problem =
                answer.CutShort
                ?? document.Problems.FirstOrDefault()?.Message
                ?? SourceClock.Problem(clock, source)
                ?? "",
        };
        return Answered(next, source, now);
    }

    /// <summary>The source answered that nothing has changed.</summary>
    public static (SourceHealth Health, IReadOnlyList<SourceAlert> Alerts) Unchanged(
        SourceHealth health,
        SourceSettings source,
        FetchResult.NotModified answer,
        DateTimeOffset now
    ) =>
        Answered(
            Moved(health, answer.MovedTo) with
            {
                QuietSince = health.QuietSince ?? now,
                Problem = SourceClock.Problem(health, source) ?? "",
            },
            source,
            now
        );

    /// <summary>Nothing came, or nothing that could be read.</summary>
    public static (SourceHealth Health, IReadOnlyList<SourceAlert> Alerts) Failed(
        SourceHealth health,
        SourceSettings source,
        FetchResult.Failed answer,
        DateTimeOffset now
    )
    {
        var gone = answer.Reason == FetchFailure.Gone;
        var failures = health.Failures + 1;
        var condition =
            gone ? SourceCondition.Gone
            : failures >= source.FailingAfter ? SourceCondition.Failing
            : health.Condition;
        var next = health with
        {
            LastTry = now,
            Failures = failures,
            UnreadSince = health.UnreadSince ?? health.LastOk ?? now,
            Problem = answer.Message,
            Condition = condition,
            Due = now + Wait(source, failures, answer.RetryAfter),
            // What failed may have been a half-truth about the last version; the next one is fetched whole.
            ETag = null,
            LastModified = null,
            MovedTimes = health.MovedTimes >= 3 && failures >= source.FailingAfter ? 0 : health.MovedTimes,
        };
        if (condition == health.Condition)
            return (next, []);
        return gone
                ? (
                    next,
                    [new(source.Name, SourceAlertKind.Gone, now, $"Source '{source.Name}' is gone: {answer.Message}")]
                )
            : condition == SourceCondition.Failing
                ? (
                    next,
                    [
                        new(
                            source.Name,
                            SourceAlertKind.Failing,
                            now,
                            $"Source '{source.Name}' has failed {failures} times in a row, last ok "
                                + $"{Told(health.LastOk)}: {answer.Message}"
                        ),
                    ]
                )
            : (next, []);
    }

    /// <summary>What was read could not be handed on; nothing is lost, since the same is fetched again.</summary>
    public static SourceHealth NotDelivered(
        SourceHealth health,
        SourceSettings source,
        string message,
        DateTimeOffset now
    ) =>
        health with
        {
            LastTry = now,
            Problem = message,
            Due = now + source.Interval,
            ETag = null,
            LastModified = null,
        };

    /// <summary>
    /// Doubles from the interval with every failure up to six hours, plus up to a tenth by a hash of name and count; a
    /// wait the source asks for counts between the interval and a day.
    /// </summary>
    public static TimeSpan Wait(SourceSettings source, int failures, TimeSpan? asked)
    {
        if (asked is { } wait)
            return wait < source.Interval ? source.Interval
                : wait > LongestWait ? LongestWait
                : wait;
        var longest = source.Interval > LongestBackOff ? source.Interval : LongestBackOff;
        var doubled = source.Interval * Math.Pow(2, Math.Min(failures - 1, 12));
        var bounded = doubled > longest ? longest : doubled;
        return bounded + (bounded * (0.1 * Share($"{source.Name}\n{failures}")));
    }

    private static (SourceHealth, IReadOnlyList<SourceAlert>) Answered(
        SourceHealth health,
        SourceSettings source,
        DateTimeOffset now
    )
    {
        var quiet = source.QuietAfter > TimeSpan.Zero && now - health.QuietSince >= source.QuietAfter;
        var next = health with
        {
            LastOk = now,
            LastTry = now,
            Failures = 0,
            UnreadSince = null,
            Gaps = UnreadSince(source, health, now) is { } since
                ? UnreadSpans.Add(health.Gaps, since, now)
                : health.Gaps,
            Due = now + source.Interval,
            Condition = quiet ? SourceCondition.Quiet : SourceCondition.Ok,
        };
        if (quiet && health.Condition != SourceCondition.Quiet)
            return (
                next,
                [
                    new(
                        source.Name,
                        SourceAlertKind.Quiet,
                        now,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Source '{source.Name}' answers, but has had nothing new since {Told(health.QuietSince)}; "
                                + $"its limit is {source.QuietAfter.TotalHours:0.##} h."
                        )
                    ),
                ]
            );
        if (!quiet && health.Condition is SourceCondition.Failing or SourceCondition.Quiet or SourceCondition.Gone)
            return (next, [new(source.Name, SourceAlertKind.Recovered, now, $"Source '{source.Name}' is back.")]);
        return (next, []);
    }

    private static SourceHealth Moved(SourceHealth health, Uri? to)
    {
        // Once it is asked at its new address it does not redirect any more, and that is no reason to forget the
        // address.
        if (to is null)
            return health.MovedTimes >= 3 ? health : health with { MovedTo = null, MovedTimes = 0 };
        return health with
        {
            MovedTo = to.AbsoluteUri,
            MovedTimes = health.MovedTo == to.AbsoluteUri ? Math.Min(health.MovedTimes + 1, 3) : 1,
        };
    }

    private static double Share(string key) =>
        BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(key)), 0) / (double)uint.MaxValue;

    private static string Told(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "never";
}
