using System.Collections.Concurrent;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Fetching;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Settings;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Polling;

/// <summary>Asks the sources that are due, many at a time; none of them delays or harms the others.</summary>
/// <param name="local">Time zone of dates written for readers, where a source names none.</param>
public sealed class Poller(
    IReadOnlyList<SourceSettings> sources,
    Fetcher fetcher,
    SourceHealthStore store,
    DeliverDocument deliver,
    TimeZoneInfo? local = null
)
{
    /// <summary>Asking is waiting: this many may keep us waiting before another one notices.</summary>
    private const int AtOnce = 32;

    private readonly SourceFetch _fetch = new(fetcher, local);
    private readonly SemaphoreSlim _choosing = new(1, 1);
    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);
    private ConcurrentDictionary<string, SourceHealth>? _health;

    /// <summary>When the next source is due; null when there is none or the first round is still to come.</summary>
    public DateTimeOffset? NextDue =>
        _health is not { } known
            ? null
            : sources
                .Select(source => known.GetValueOrDefault(source.Name))
                .Where(static health => health is { Condition: not SourceCondition.Gone })
                .Min(static health => health?.Due);

    /// <summary>
    /// One round; it ends when the last of its sources has answered. Rounds may overlap: a source that is still being
    /// asked is not asked by the next one, and delays nobody.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The state of the sources could not be read.</exception>
    public async Task<PollReport> PollDueAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var due = await ChooseAsync(now, cancellation);
        var rounds = await Task.WhenAll(due.Select(one => OneAsync(one.Source, one.Health, now, cancellation)));
        return new(
            rounds.Length,
            rounds.Sum(static round => round.Items),
            [.. rounds.SelectMany(static round => round.Problems)],
            [.. rounds.SelectMany(static round => round.Alerts)]
        );
    }

    /// <summary>
    /// Sources that are due and not being polled, longest due first; from now on they count as being polled.
    /// </summary>
    private async Task<IReadOnlyList<(SourceSettings Source, SourceHealth Health)>> ChooseAsync(
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await _choosing.WaitAsync(cancellation);
        try
        {
            var known = _health ??= new(
                (await store.AllAsync(cancellation)).Select(static health =>
                    KeyValuePair.Create(health.Source, health)
                ),
                StringComparer.OrdinalIgnoreCase
            );
            var due = new List<(SourceSettings Source, SourceHealth Health)>();
            lock (_asked)
                foreach (var source in sources.Where(source => !_asked.Contains(source.Name)))
                {
                    var health = known[source.Name] = SourceHealthRules.For(
                        source,
                        known.GetValueOrDefault(source.Name),
                        now
                    );
                    if (health.Due > now || health.Condition == SourceCondition.Gone)
                        continue;
                    due.Add((source, health));
                    _asked.Add(source.Name);
                }

            return [.. due.OrderBy(static one => one.Health.Due)];
        }
        finally
        {
            _choosing.Release();
        }
    }

    private async Task<Round> OneAsync(
        SourceSettings source,
        SourceHealth health,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var whole = false;
        try
        {
            var round = await InPlaceAsync(source, health, now, cancellation);
            if (_health is { } known)
                known[source.Name] = round.Health;
            whole = true;
            return round;
        }
        finally
        {
            // What was broken off may be in the store already, but not in memory.
            if (!whole)
                _health = null;
            lock (_asked)
                _asked.Remove(source.Name);
        }
    }

    private async Task<Round> InPlaceAsync(
        SourceSettings source,
        SourceHealth health,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await _places.WaitAsync(cancellation);
        try
        {
            var round = await AskAsync(source, health, now, cancellation);
            await store.SaveAsync(round.Health, cancellation);
            return round;
        }
        catch (StoreUnavailableException error)
        {
            // Nothing was marked as seen, so nothing is lost; only this source comes again.
            var problem = $"Items from source '{source.Name}' could not be stored: {error.Message}";
            return new(
                SourceHealthRules.NotDelivered(health, source, problem, now),
                0,
                [new(source.Name, "", problem)],
                []
            );
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<Round> AskAsync(
        SourceSettings source,
        SourceHealth health,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var (answer, document) = await _fetch.AskAsync(
            source,
            SourceHealthRules.Request(source, health, now),
            now,
            cancellation
        );
        if (answer is FetchResult.Fetched && EmptyDocument.Doubt(source, health, document!) is { } doubt)
            answer = doubt;
        switch (answer)
        {
            case FetchResult.Fetched fetched:
                await deliver(source, ShownItems.Known(health, document!), cancellation);
                var (read, alerts) = SourceHealthRules.Read(health, source, fetched, document!, now);
                return new(read, document!.Items.Count, document.Problems, alerts);
            case FetchResult.NotModified unchanged:
                var (same, quiet) = SourceHealthRules.Unchanged(health, source, unchanged, now);
                return new(same, 0, [], quiet);
            default:
                var failure = (FetchResult.Failed)answer;
                var (failed, failing) = SourceHealthRules.Failed(health, source, failure, now);
                return new(
                    failed,
                    0,
                    document is { Problems.Count: > 0 } ? document.Problems : [new(source.Name, "", failure.Message)],
                    failing
                );
        }
    }

    private sealed record Round(
        SourceHealth Health,
        int Items,
        IReadOnlyList<ReadProblem> Problems,
        IReadOnlyList<SourceAlert> Alerts
    );
}
