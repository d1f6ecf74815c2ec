using CrisisFlow.Core.Monitoring;
using CrisisFlow.Runtime.Pages.Team;
using CrisisFlow.Runtime.Polling;
using CrisisFlow.Runtime.Ports;

namespace CrisisFlow.Runtime.Running;

/// <summary>Sources that nobody polls because they hand their mentions over themselves: when each last did, and how many so far.</summary>
internal sealed class PushedSources(IEntityStore store)
{
    /// <summary>Beside the health of polled sources, in the same table.</summary>
    private const string Partition = "pushed";

    /// <summary>Shown at most; whoever pushes chooses the names.</summary>
    private const int Most = 100;

    private const int Tries = 8;

    /// <summary>Counts what a source handed over. Many at once may lose a count, never a mention.</summary>
    public async Task ToldAsync(string source, SourceCategory category, int items, DateTimeOffset now, CancellationToken cancellation)
    {
        // A name may hold what a key may not.
        var row = StableId.Of("source", source)[..16];
        for (var i = 0; i < Tries; i++)
        {
            var known = await store.GetAsync(SourceHealthStore.Table, new(Partition, row), cancellation);
            var told = new EntityProperties { { "name", source }, { "category", category.ToString() }, { "last", now }, { "items", (known?.Properties.Number("items") ?? 0) + items } };
            EntityChange change = known is null ? new EntityChange.Insert(row, told) : new EntityChange.Replace(row, told, known.ETag);
            if (await store.CommitAsync(SourceHealthStore.Table, Partition, [change], cancellation) is CommitResult.Committed) return;
        }
    }

    public async Task<IReadOnlyList<SourceLine>> LinesAsync(CancellationToken cancellation)
    {
        var lines = new List<SourceLine>();
        await foreach (var row in store.ScanAsync(SourceHealthStore.Table, Partition, RowRange.All, Most, cancellation))
        {
            var (told, last) = (row.Properties, row.Properties.Time("last"));
            lines.Add(new SourceLine(
                told.Text("name") ?? "", Enum.TryParse<SourceCategory>(told.Text("category"), out var category) ? category : SourceCategory.Social,
                null, Pages.Team.SourceHealth.Well, last, last, null, told.Number("items") ?? 0, null, Pushed: true));
        }

        return [.. lines.OrderBy(line => line.Category).ThenBy(line => line.Name, StringComparer.Ordinal)];
    }
}
