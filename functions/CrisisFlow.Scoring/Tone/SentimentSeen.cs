using System.Numerics;

namespace CrisisFlow.Scoring.Tone;

/// <summary>
/// A set of slots over memory of the caller's: an n-gram counts once however often it stands in the text.
/// </summary>
internal readonly ref struct SentimentSeen
{
    private readonly Span<int> _places;
    private readonly int _shift;

    /// <param name="memory">At least <see cref="Capacity"/> of the number of slots to come; cleared here.</param>
    public SentimentSeen(Span<int> memory, int count)
    {
        var capacity = Capacity(count);
        _places = memory[..capacity];
        _places.Clear();
        _shift = 32 - BitOperations.Log2((uint)capacity);
    }

    public static int Capacity(int count) =>
        (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count + count / 2));

    /// <summary>Whether the slot is new.</summary>
    public bool Add(int slot)
    {
        var key = slot + 1;
        var mask = _places.Length - 1;
        for (var place = (int)((uint)key * 2654435769u >> _shift); ; place = (place + 1) & mask)
        {
            if (_places[place] == key)
                return false;
            if (_places[place] == 0)
            {
                _places[place] = key;
                return true;
            }
        }
    }
}
