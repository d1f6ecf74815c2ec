using System.Collections.Concurrent;
using CrisisFlow.Cases;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Engine;

/// <summary>
/// Reads cases for writing. Every write of a case replaces its head, so a case whose head has the same ETag is the one
/// read before.
/// </summary>
internal sealed class CaseLoader(IEntityStore store)
{
    /// <summary>Cases kept in memory; when there are more all are forgotten.</summary>
    private const int Most = 200;

    private readonly ConcurrentDictionary<CaseId, LoadedCase> _known = new();

    public async Task<LoadedCase> ReadAsync(CaseId id, CancellationToken cancellation)
    {
        var head = await store.GetAsync(CaseTables.Cases, new EntityKey(id.Value, CaseKeys.Head), cancellation);
        if (head is not null && _known.TryGetValue(id, out var known) && known.ETag == head.ETag)
            return known;
        var loaded = await LoadedCase.ReadAsync(store, id, head, cancellation);
        Keep(loaded);
        return loaded;
    }

    /// <summary>Remembers what was just written.</summary>
    public void Keep(LoadedCase loaded)
    {
        if (_known.Count >= Most)
            _known.Clear();
        if (loaded.ETag is not null)
            _known[loaded.Id] = loaded;
    }
}
