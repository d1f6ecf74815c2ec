using CrisisFlow.Core.Mentions;

namespace CrisisFlow.Monitoring.Backtesting;

/// <summary>An archive's items in the order of their times; of one time in the archive's own order.</summary>
internal sealed class ReplayQueue
{
    private readonly List<(DateTimeOffset At, DocumentItem Item)> _items;
    private int _next;

    public ReplayQueue(IEnumerable<(DateTimeOffset At, DocumentItem Item)> items) =>
        _items = [.. items.OrderBy(static one => one.At)];

    /// <summary>When the next item comes; null after the last.</summary>
    public DateTimeOffset? Next => _next < _items.Count ? _items[_next].At : null;

    /// <summary>The items that come at <see cref="Next"/>.</summary>
    public (DateTimeOffset At, IReadOnlyList<DocumentItem> Items) Take()
    {
        var (begin, at) = (_next, _items[_next].At);
        while (Next == at)
            _next++;
        return (at, [.. _items.GetRange(begin, _next - begin).Select(static one => one.Item)]);
    }
}
