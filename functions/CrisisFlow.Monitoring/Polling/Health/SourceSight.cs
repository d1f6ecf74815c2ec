using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Polling.Health;

/// <summary>
/// Which polled sources could be read, now and earlier. Whoever concludes something from what did not come asks here
/// first. A source that left settings is not missed, and one that pushes cannot be.
/// </summary>
public sealed class SourceSight(SourceHealthStore store, IReadOnlyList<SourceSettings> sources)
{
    /// <summary>Whether anything is polled; if not, nothing can be missed and nothing is read.</summary>
    public bool Polls => sources.Count > 0;

    /// <summary>
    /// Every time between two moments in which a source could not be read, cut to them, oldest first. Empty = all of
    /// them could be read all the time.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The state of the sources cannot be read.</exception>
    public async Task<IReadOnlyList<UnreadSpan>> UnreadAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        DateTimeOffset now,
        CancellationToken cancellation = default
    )
    {
        var spans = new List<UnreadSpan>();
        foreach (var (source, health) in await KnownAsync(cancellation))
        {
            spans.AddRange(UnreadSpans.Read(source.Name, health.Gaps));
            if (SourceHealthRules.UnreadSince(source, health, now) is { } since)
                spans.Add(new(source.Name, since, now));
        }

        return
        [
            .. spans
                .Where(span => span.From < until && span.Until > from)
                .Select(span =>
                    span with
                    {
                        From = span.From > from ? span.From : from,
                        Until = span.Until < until ? span.Until : until,
                    }
                )
                .OrderBy(static span => span.From),
        ];
    }

    /// <summary>Sources that cannot be read now, each since when, the longest first.</summary>
    /// <param name="doubtful">
    /// Also those that failed only the last time: too early to tell, too early to conclude.
    /// </param>
    /// <exception cref="StoreUnavailableException">The state of the sources cannot be read.</exception>
    public async Task<IReadOnlyList<UnreadSpan>> UnreadNowAsync(
        DateTimeOffset now,
        bool doubtful = false,
        CancellationToken cancellation = default
    )
    {
        var unread = new List<UnreadSpan>();
        foreach (var (source, health) in await KnownAsync(cancellation))
            if (
                (SourceHealthRules.UnreadSince(source, health, now) ?? (doubtful ? health.UnreadSince : null)) is
                { } since
            )
                unread.Add(new(source.Name, since, now));
        return [.. unread.OrderBy(static span => span.From)];
    }

    private async Task<IEnumerable<(SourceSettings Source, SourceHealth Health)>> KnownAsync(
        CancellationToken cancellation
    )
    {
        if (!Polls)
            return [];
        var known = (await store.AllAsync(cancellation)).ToDictionary(
            static health => health.Source,
            StringComparer.OrdinalIgnoreCase
        );
        return sources
            .Where(source => known.GetValueOrDefault(source.Name)?.Url == source.Url?.AbsoluteUri)
            .Select(source => (source, known[source.Name]));
    }
}
