using System.Collections.Concurrent;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Storage;
using CrisisFlow.Web.Team;

namespace CrisisFlow.App;

/// <summary>
/// Sources that nobody polls because they hand their mentions over themselves: when each last did, and how many so far.
/// Written down once a minute at most, so that a push costs no more than its mentions do; a host that is killed forgets the counts of its last minute.
/// </summary>
internal sealed class PushedSources(IEntityStore store)
{
    /// <summary>Beside the health of polled sources, in the same table.</summary>
    private const string Partition = "pushed";

    /// <summary>Remembered and shown at most; whoever pushes chooses the names.</summary>
    private const int Most = 100;

    private const int Tries = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Told> _told = new(StringComparer.Ordinal);

    /// <summary>Counts what a source handed over. Many at once may lose a count, never a mention.</summary>
    public async Task ToldAsync(string source, SourceCategory category, int items, DateTimeOffset now, CancellationToken cancellation)
    {
        if (_told.Count >= Most && !_told.ContainsKey(source)) return;
        var told = _told.AddOrUpdate(source, _ => new Told(items, now, DateTimeOffset.MinValue), (_, known) => known with { Items = known.Items + items, Last = now });
        if (now - told.Written < Pause || !_told.TryUpdate(source, new Told(0, now, now), told)) return;
        // A name may hold what a key may not.
        var row = StableId.Of("source", source)[..16];
        for (var i = 0; i < Tries; i++)
        {
            var known = await store.GetAsync(SourceHealthStore.Table, new(Partition, row), cancellation);
            var written = new EntityProperties { { "name", source }, { "category", category.ToString() }, { "last", now }, { "items", (known?.Properties.Number("items") ?? 0) + told.Items } };
            EntityChange change = known is null ? new EntityChange.Insert(row, written) : new EntityChange.Replace(row, written, known.ETag);
            if (await store.CommitAsync(SourceHealthStore.Table, Partition, [change], cancellation) is CommitResult.Committed) return;
        }
    }

    public async Task<IReadOnlyList<SourceLine>> LinesAsync(CancellationToken cancellation)
    {
        var lines = new List<SourceLine>();
        await foreach (var row in store.ScanAsync(SourceHealthStore.Table, Partition, RowRange.All, Most, cancellation))
        {
            var name = row.Properties.Text("name") ?? "";
            var since = _told.GetValueOrDefault(name);
            var last = since?.Last ?? row.Properties.Time("last");
            lines.Add(new SourceLine(
                name, Enum.TryParse<SourceCategory>(row.Properties.Text("category"), out var category) ? category : SourceCategory.Social,
                null, SourceStatus.Well, last, last, null, (row.Properties.Number("items") ?? 0) + (since?.Items ?? 0), null, Pushed: true));
        }

        return [.. lines.OrderBy(line => line.Category).ThenBy(line => line.Name, StringComparer.Ordinal)];
    }

    /// <param name="Items">Not written down yet.</param>
    private sealed record Told(int Items, DateTimeOffset Last, DateTimeOffset Written);
}
