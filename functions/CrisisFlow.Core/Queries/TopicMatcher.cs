using System.Buffers;
using CrisisFlow.Core.Folding;

namespace CrisisFlow.Core.Queries;

/// <summary>
/// Many queries over one text in one pass: the time goes with the text's length, hardly with the number of queries.
/// Safe to share between threads.
/// </summary>
public sealed class TopicMatcher
{
    private const int OnStack = 64;

    private readonly QueryNode[] _roots;
    private readonly QueryTerm[] _terms;
    private readonly TermTrie _trie;

    public TopicMatcher(IReadOnlyList<TopicQuery> queries)
    {
        var terms = new Dictionary<QueryTerm, int>();
        _roots = [.. queries.Select(query => Renumbered(query.Root, query.Terms, terms))];
        _terms = [.. terms.Keys];
        _trie = new TermTrie(_terms);
        Count = queries.Count;
    }

    /// <summary>How many queries there are.</summary>
    public int Count { get; }

    /// <summary>
    /// Writes the positions of the queries that match, ascending, and says how many they are. Allocates nothing.
    /// </summary>
    /// <param name="folded">The result of <see cref="TextFolding.FoldForMatching(string)"/> on normal text.</param>
    /// <param name="matches">Room for <see cref="Count"/>.</param>
    public int Match(ReadOnlySpan<char> folded, Span<int> matches)
    {
        var words = (_terms.Length + 63) / 64;
        var rented = words > OnStack ? ArrayPool<ulong>.Shared.Rent(words) : null;
        var there = rented is null ? stackalloc ulong[OnStack] : rented;
        there.Clear();
        var count = 0;
        if (Find(folded, there))
            for (var i = 0; i < _roots.Length; i++)
                if (Holds(_roots[i], there))
                    matches[count++] = i;
        if (rented is not null)
            ArrayPool<ulong>.Shared.Return(rented);
        return count;
    }

    /// <summary>The positions of the queries that match, ascending.</summary>
    public IReadOnlyList<int> Match(string folded)
    {
        var matches = ArrayPool<int>.Shared.Rent(Math.Max(1, Count));
        var count = Match(folded, matches);
        var result = count == 0 ? [] : matches.AsSpan(0, count).ToArray();
        ArrayPool<int>.Shared.Return(matches);
        return result;
    }

    private bool Find(ReadOnlySpan<char> folded, Span<ulong> there)
    {
        var any = false;
        var inWord = false;
        for (var start = 0; start < folded.Length; start++)
        {
            var first = folded[start];
            if (!_trie.Starts(first))
            {
                inWord = TextFolding.IsWordCharacter(first);
                continue;
            }

            var isWord = TextFolding.IsWordCharacter(first);
            // No term begins in the middle of a word.
            if (!isWord || !inWord)
                any |= FindFrom(folded, start, there);
            inWord = isWord;
        }

        return any;
    }

    private bool FindFrom(ReadOnlySpan<char> folded, int start, Span<ulong> there)
    {
        var any = false;
        var node = 0;
        for (var at = start; at < folded.Length; at++)
        {
            node = _trie.Next(node, folded[at]);
            if (node == 0)
                break;
            foreach (var term in _trie.Ends(node))
                if (_terms[term].FitsTo(folded, at + 1))
                {
                    there[term >> 6] |= 1UL << (term & 63);
                    any = true;
                }
        }

        return any;
    }

    private static bool Holds(QueryNode node, ReadOnlySpan<ulong> there)
    {
        switch (node)
        {
            case QueryNode.Term term:
                return (there[term.Index >> 6] & (1UL << (term.Index & 63))) != 0;
            case QueryNode.Not not:
                return !Holds(not.Part, there);
            case QueryNode.All all:
                for (var i = 0; i < all.Parts.Count; i++)
                    if (!Holds(all.Parts[i], there))
                        return false;
                return true;
            case QueryNode.Any any:
                for (var i = 0; i < any.Parts.Count; i++)
                    if (Holds(any.Parts[i], there))
                        return true;
                return false;
            default:
                throw new InvalidOperationException($"Unknown node {node.GetType().Name}.");
        }
    }

    /// <summary>The same tree over the terms of all queries together.</summary>
    private static QueryNode Renumbered(QueryNode node, IReadOnlyList<QueryTerm> own, Dictionary<QueryTerm, int> all)
    {
        switch (node)
        {
            case QueryNode.Term term:
                if (!all.TryGetValue(own[term.Index], out var index))
                    all.Add(own[term.Index], index = all.Count);
                return new QueryNode.Term(index);
            case QueryNode.Not not:
                return new QueryNode.Not(Renumbered(not.Part, own, all));
            case QueryNode.All list:
                return new QueryNode.All([.. list.Parts.Select(part => Renumbered(part, own, all))]);
            case QueryNode.Any list:
                return new QueryNode.Any([.. list.Parts.Select(part => Renumbered(part, own, all))]);
            default:
                throw new InvalidOperationException($"Unknown node {node.GetType().Name}.");
        }
    }
}
