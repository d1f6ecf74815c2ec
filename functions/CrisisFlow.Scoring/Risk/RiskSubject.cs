using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Queries;

namespace CrisisFlow.Scoring.Risk;

/// <summary>
/// The words a topic's query asks for: whom a text's risk is scored for, and what tells no story from another.
/// </summary>
public sealed class RiskSubject
{
    private readonly IReadOnlyList<QueryTerm> _terms;

    public RiskSubject(TopicQuery query)
    {
        var wanted = new HashSet<int>();
        Gather(query.Root, wanted);
        _terms = [.. wanted.Order().Select(term => query.Terms[term])];
        Names = [.. _terms.Select(term => term.Text).OrderByDescending(text => text.Length)];
    }

    /// <summary>Folded, longest first, without those behind a NOT.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Where a text names the subject, in the text's order; as many as there is room for.</summary>
    /// <param name="folded">See <see cref="TextFolding.FoldForMatching(string)"/>.</param>
    public int Find(ReadOnlySpan<char> folded, Span<NamedAt> named)
    {
        var count = 0;
        foreach (var term in _terms)
        {
            for (var from = 0; count < named.Length; )
            {
                var found = folded[from..].IndexOf(term.Text);
                if (found < 0)
                    break;
                if (term.FitsAt(folded, from + found))
                    named[count++] = new NamedAt(from + found, term.Text.Length);
                from += found + term.Text.Length;
            }
        }
        named[..count].Sort(static (left, right) => left.Start.CompareTo(right.Start));
        return count;
    }

    private static void Gather(QueryNode node, HashSet<int> wanted)
    {
        switch (node)
        {
            case QueryNode.Term term:
                wanted.Add(term.Index);
                break;
            case QueryNode.All all:
                foreach (var part in all.Parts)
                    Gather(part, wanted);
                break;
            case QueryNode.Any any:
                foreach (var part in any.Parts)
                    Gather(part, wanted);
                break;
        }
    }
}
