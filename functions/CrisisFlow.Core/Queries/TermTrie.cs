namespace CrisisFlow.Core.Queries;

/// <summary>
/// All terms of all queries as one tree of characters, in two flat arrays: one look-up per character and no allocation.
/// </summary>
internal sealed class TermTrie
{
    private readonly bool[] _starts = new bool[0x10000];
    private readonly int[] _keys;
    private readonly int[] _nodes;
    private readonly int[][] _ends;
    private readonly int _mask;

    public TermTrie(IReadOnlyList<QueryTerm> terms)
    {
        var children = new Dictionary<(int Node, char Character), int>();
        var ends = new List<List<int>> { new() };
        for (var i = 0; i < terms.Count; i++)
        {
            var node = 0;
            foreach (var character in terms[i].Text)
            {
                if (!children.TryGetValue((node, character), out var next))
                {
                    next = ends.Count;
                    children[(node, character)] = next;
                    ends.Add([]);
                }

                node = next;
            }

            ends[node].Add(i);
            _starts[terms[i].Text[0]] = true;
        }

        if (ends.Count > 0x7FFF)
            throw new ArgumentException(
                $"The queries have {ends.Count} different beginnings of terms; the limit is {0x7FFF}.",
                nameof(terms)
            );
        _ends = [.. ends.Select(end => end.ToArray())];
        var size = 16;
        while (size < children.Count * 2)
            size *= 2;
        _mask = size - 1;
        _keys = new int[size];
        _nodes = new int[size];
        foreach (var ((node, character), next) in children)
        {
            var key = Key(node, character);
            var slot = Slot(key);
            while (_nodes[slot] != 0)
                slot = (slot + 1) & _mask;
            (_keys[slot], _nodes[slot]) = (key, next);
        }
    }

    public bool Starts(char character) => _starts[character];

    /// <summary>The node after one more character; 0 when no term goes on like this.</summary>
    public int Next(int node, char character)
    {
        var key = Key(node, character);
        for (var slot = Slot(key); _nodes[slot] != 0; slot = (slot + 1) & _mask)
            if (_keys[slot] == key)
                return _nodes[slot];
        return 0;
    }

    /// <summary>The terms that end here.</summary>
    public ReadOnlySpan<int> Ends(int node) => _ends[node];

    private static int Key(int node, char character) => (node << 16) | character;

    private int Slot(int key) => (int)((uint)key * 2654435769u >> 7) & _mask;
}
