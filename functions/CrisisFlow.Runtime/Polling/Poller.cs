using CrisisFlow.Core.Monitoring;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Polling;

/// <summary>Asks the sources that are due, up to eight at a time; none of them delays or harms the others.</summary>
public sealed class Poller(IReadOnlyList<SourceSettings> sources, Fetcher fetcher, SourceHealthStore store, DeliverDocument deliver)
{
    private const int AtOnce = 8;

    private readonly SemaphoreSlim _round = new(1, 1);
    private Dictionary<string, SourceHealth>? _health;

    /// <summary>When the next source is due; null when there is none or the first round is still to come.</summary>
    public DateTimeOffset? NextDue => _health is null ? null : sources.Select(source => _health.GetValueOrDefault(source.Name)).Where(static health => health is { Condition: not SourceCondition.Gone }).Min(static health => health?.Due);

    /// <summary>One round. Rounds do not overlap: a second call waits for the first.</summary>
    /// <exception cref="StoreUnavailableException">The state of the sources could not be read.</exception>
    public async Task<PollReport> PollDueAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await _round.WaitAsync(cancellation);
        var whole = false;
        try
        {
            _health ??= (await store.AllAsync(cancellation)).ToDictionary(static health => health.Source, StringComparer.OrdinalIgnoreCase);
            var due = new List<(SourceSettings Source, SourceHealth Health)>();
            foreach (var source in sources)
            {
                var health = _health[source.Name] = SourceHealthRules.For(source, _health.GetValueOrDefault(source.Name), now);
                if (health.Due <= now && health.Condition != SourceCondition.Gone) due.Add((source, health));
            }

            using var places = new SemaphoreSlim(AtOnce);
            var rounds = await Task.WhenAll(due.OrderBy(static one => one.Health.Due).Select(one => OneAsync(one.Source, one.Health, now, places, cancellation)));
            foreach (var round in rounds) _health[round.Health.Source] = round.Health;
            whole = true;
            return new(rounds.Length, rounds.Sum(static round => round.Items), [.. rounds.SelectMany(static round => round.Problems)], [.. rounds.SelectMany(static round => round.Alerts)]);
        }
        finally
        {
            // A round that was broken off is in the store, but not in memory.
            if (!whole) _health = null;
            _round.Release();
        }
    }

    private async Task<Round> OneAsync(SourceSettings source, SourceHealth health, DateTimeOffset now, SemaphoreSlim places, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            var round = await AskAsync(source, health, now, cancellation);
            await store.SaveAsync(round.Health, cancellation);
            return round;
        }
        catch (StoreUnavailableException error)
        {
            // Nothing was marked as seen, so nothing is lost; only this source comes again.
            var problem = $"What source '{source.Name}' had could not be stored: {error.Message}";
            return new(SourceHealthRules.NotDelivered(health, source, problem, now), 0, [new(source.Name, "", problem)], []);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<Round> AskAsync(SourceSettings source, SourceHealth health, DateTimeOffset now, CancellationToken cancellation)
    {
        var (answer, document) = await SourceFetch.ReadAsync(fetcher, source, SourceHealthRules.Request(source, health, now), cancellation);
        switch (answer)
        {
            case FetchResult.Fetched fetched:
                await deliver(source, document!, cancellation);
                var (read, alerts) = SourceHealthRules.Read(health, source, fetched, document!, now);
                return new(read, document!.Items.Count, document.Problems, alerts);
            case FetchResult.NotModified unchanged:
                var (same, quiet) = SourceHealthRules.Unchanged(health, source, unchanged, now);
                return new(same, 0, [], quiet);
            default:
                var failure = (FetchResult.Failed)answer;
                var (failed, failing) = SourceHealthRules.Failed(health, source, failure, now);
                return new(failed, 0, document is null ? [new(source.Name, "", failure.Message)] : document.Problems, failing);
        }
    }

    private sealed record Round(SourceHealth Health, int Items, IReadOnlyList<ReadProblem> Problems, IReadOnlyList<SourceAlert> Alerts);
}
