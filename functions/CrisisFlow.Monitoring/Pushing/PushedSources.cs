using System.Collections.Concurrent;
using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Storage;

namespace CrisisFlow.Monitoring.Pushing;

/// <summary>
/// Sources that nobody polls because they push their mentions: when each last did, and how many so far. Written at
/// most once a minute, so that a push costs no more than its mentions do; a host that is killed loses the counts of
/// its last minute.
/// </summary>
public sealed class PushedSources(IEntityStore store)
{
    /// <summary>Beside the health of polled sources, in the same table.</summary>
    private const string Partition = "pushed";

    /// <summary>Maximum remembered and shown, since callers choose the names.</summary>
    private const int Most = 100;

    private const int Tries = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Unwritten> _unwritten = new(StringComparer.Ordinal);

    /// <summary>Counts what a source pushed. Many at once may lose a count, never a mention.</summary>
    public async Task CountAsync(
        string source,
        SourceCategory category,
        int items,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (_unwritten.Count >= Most && !_unwritten.ContainsKey(source))
            return;
        var counted = _unwritten.AddOrUpdate(
            source,
            _ => new Unwritten(items, now, DateTimeOffset.MinValue, category),
            (_, known) =>
                known with
                {
                    Items = known.Items + items,
                    Last = now,
                    Category = category,
                    // What a source is said to be is not to be forgotten with its last minute.
                    Written = known.Category == category ? known.Written : DateTimeOffset.MinValue,
                }
        );
        if (
            now - counted.Written < Pause
            || !_unwritten.TryUpdate(source, new Unwritten(0, now, now, category), counted)
        )
            return;
        var row = RowOf(source);
        for (var i = 0; i < Tries; i++)
        {
            var known = await store.GetAsync(SourceHealthStore.Table, new(Partition, row), cancellation);
            var written = new EntityProperties
            {
                { "name", source },
                { "category", category.ToString() },
                { "last", now },
                { "items", (known?.Properties.Number("items") ?? 0) + counted.Items },
            };
            EntityChange change = known is null
                ? new EntityChange.Insert(row, written)
                : new EntityChange.Replace(row, written, known.ETag);
            if (
                await store.CommitAsync(SourceHealthStore.Table, Partition, [change], cancellation)
                is CommitResult.Committed
            )
                return;
        }
    }

    /// <summary>What a source was last said to be; null when it never pushed.</summary>
    public async Task<SourceCategory?> CategoryAsync(string source, CancellationToken cancellation)
    {
        if (_unwritten.TryGetValue(source, out var known))
            return known.Category;
        var row = await store.GetAsync(SourceHealthStore.Table, new(Partition, RowOf(source)), cancellation);
        return Enum.TryParse<SourceCategory>(row?.Properties.Text("category"), out var category) ? category : null;
    }

    /// <summary>By category, then by name.</summary>
    public async Task<IReadOnlyList<PushedSource>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<PushedSource>();
        await foreach (var row in store.ScanAsync(SourceHealthStore.Table, Partition, RowRange.All, Most, cancellation))
        {
            var name = row.Properties.Text("name") ?? "";
            var since = _unwritten.GetValueOrDefault(name);
            all.Add(
                new PushedSource(
                    name,
                    since?.Category is { } said ? said
                        : Enum.TryParse<SourceCategory>(row.Properties.Text("category"), out var category) ? category
                        : SourceCategory.Social,
                    since?.Last ?? row.Properties.Time("last"),
                    (row.Properties.Number("items") ?? 0) + (since?.Items ?? 0)
                )
            );
        }

        return [.. all.OrderBy(source => source.Category).ThenBy(source => source.Name, StringComparer.Ordinal)];
    }

    // A name may hold what a key may not.
    private static string RowOf(string source) => StableId.Of("source", source)[..16];

    private sealed record Unwritten(int Items, DateTimeOffset Last, DateTimeOffset Written, SourceCategory Category);
}

/// <param name="Last">When it last pushed something.</param>
/// <param name="Items">Pushed so far.</param>
public sealed record PushedSource(string Name, SourceCategory Category, DateTimeOffset? Last, long Items);
