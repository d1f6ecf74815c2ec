using System.Diagnostics.CodeAnalysis;

namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// The state in which this process dealt with something last. Forgetting costs only work that is done once more. Safe
/// for several threads.
/// </summary>
internal sealed class RecentStates<TKey, TState>
    where TKey : notnull
{
    private const int Most = 20_000;

    private readonly Lock _lock = new();
    private Dictionary<TKey, TState> _newer = [];
    private Dictionary<TKey, TState> _older = [];

    public bool Is(TKey key, TState state) =>
        TryGet(key, out var known) && EqualityComparer<TState>.Default.Equals(known, state);

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TState state)
    {
        lock (_lock)
            return _newer.TryGetValue(key, out state) || _older.TryGetValue(key, out state);
    }

    public void Set(IEnumerable<(TKey Key, TState State)> many)
    {
        lock (_lock)
        {
            foreach (var (key, state) in many)
                _newer[key] = state;
            if (_newer.Count > Most)
                (_newer, _older) = ([], _newer);
        }
    }
}
