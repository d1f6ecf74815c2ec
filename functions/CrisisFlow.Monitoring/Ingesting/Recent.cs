namespace CrisisFlow.Monitoring.Ingesting;

/// <summary>
/// What this process has dealt with lately. Forgetting costs only work that is done once more. Safe for several
/// threads.
/// </summary>
internal sealed class Recent<T>
{
    private const int Most = 20_000;

    private readonly Lock _lock = new();
    private HashSet<T> _newer = [];
    private HashSet<T> _older = [];

    public bool Contains(T one)
    {
        lock (_lock)
            return _newer.Contains(one) || _older.Contains(one);
    }

    public void Add(IEnumerable<T> many)
    {
        lock (_lock)
        {
            _newer.UnionWith(many);
            if (_newer.Count > Most)
                (_newer, _older) = ([], _newer);
        }
    }
}
