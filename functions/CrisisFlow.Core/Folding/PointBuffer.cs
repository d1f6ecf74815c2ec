using System.Buffers;

namespace CrisisFlow.Core.Folding;

/// <summary>Code points on a pooled, growing buffer.</summary>
internal ref struct PointBuffer(int capacity)
{
    private int[] _points = ArrayPool<int>.Shared.Rent(capacity);
    private int _length;

    public readonly Span<int> Span => _points.AsSpan(0, _length);

    public readonly int Last => _length == 0 ? -1 : _points[_length - 1];

    public void Add(int point)
    {
        if (_length == _points.Length)
        {
            var larger = ArrayPool<int>.Shared.Rent(2 * _length);
            Span.CopyTo(larger);
            Return();
            _points = larger;
        }

        _points[_length++] = point;
    }

    public readonly void Return() => ArrayPool<int>.Shared.Return(_points);
}
