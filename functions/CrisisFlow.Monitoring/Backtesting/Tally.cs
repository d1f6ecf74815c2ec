namespace CrisisFlow.Monitoring.Backtesting;

/// <summary>Counts for the summary.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> _raised = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _held = new(StringComparer.Ordinal);
    private int _items,
        _untimed,
        _changed,
        _cleared;
    private DateTimeOffset? _from;

    public DateTimeOffset? Until { get; private set; }

    public int Matched { get; set; }

    /// <summary>An item was read.</summary>
    /// <param name="at">Its time; null when it has none.</param>
    public void Read(DateTimeOffset? at)
    {
        _items++;
        if (at is null)
            _untimed++;
        if (_from is null || at < _from)
            _from = at;
        if (Until is null || at > Until)
            Until = at;
    }

    public void Add(BacktestLine line)
    {
        switch (line.Kind)
        {
            case "raised":
                _raised[line.Level] = _raised.GetValueOrDefault(line.Level) + 1;
                break;
            case "heldback":
                _held[line.Reason] = _held.GetValueOrDefault(line.Reason) + 1;
                break;
            case "changed":
                _changed++;
                break;
            default:
                _cleared++;
                break;
        }
    }

    public BacktestSummary Summary(string topic, int open) =>
        new("summary", topic, _items, Matched, _untimed, _from, Until, _raised, _changed, _cleared, _held, open);
}
