using System.Collections.Concurrent;

namespace CrisisFlow.Web.Links;

/// <summary>Counts bad links per caller. Whoever tries more than a few a minute is told to wait; a good link is never held up.</summary>
internal sealed class BadLinkLimit(TimeProvider time)
{
    /// <summary>Bad links a caller may try in a minute.</summary>
    public const int PerMinute = 10;

    /// <summary>Callers remembered at most; beyond that everything older than a minute goes, then everything.</summary>
    private const int MostCallers = 10_000;

    private readonly ConcurrentDictionary<string, Window> _callers = new(StringComparer.Ordinal);

    /// <summary>Counts one more; true while the caller is within the limit.</summary>
    /// <param name="first">True for the first of a minute beyond the limit.</param>
    public bool Allows(string caller, out bool first)
    {
        var now = time.GetUtcNow();
        if (_callers.Count >= MostCallers) Forget(now);
        var window = _callers.AddOrUpdate(caller, _ => new Window(now, 1),
            (_, old) => now - old.Since >= TimeSpan.FromMinutes(1) || now < old.Since ? new Window(now, 1) : old with { Count = old.Count + 1 });
        first = window.Count == PerMinute + 1;
        return window.Count <= PerMinute;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (caller, window) in _callers)
            if (now - window.Since >= TimeSpan.FromMinutes(1)) _callers.TryRemove(caller, out _);
        if (_callers.Count >= MostCallers) _callers.Clear();
    }

    private sealed record Window(DateTimeOffset Since, int Count);
}
