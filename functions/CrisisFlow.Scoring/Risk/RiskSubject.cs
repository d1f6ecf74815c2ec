using CrisisFlow.Core.Folding;
using CrisisFlow.Core.Queries;

namespace CrisisFlow.Scoring.Risk;

/// <summary>
/// The words a topic's query asks for: whom a text's risk is scored for, and what tells no story from another.
/// </summary>
public sealed class RiskSubject
{
    /// <summary>Stands where a name stood; no word of any lexicon has it.</summary>
    internal const char Mask = '\uE000';

    private readonly (QueryTerm Term, bool Masked)[] _terms;

    public RiskSubject(TopicQuery query)
    {
        var wanted = new HashSet<int>();
        var events = new HashSet<int>();
        Gather(query.Root, wanted);
        Events(query.Root, query.Terms, events);
        _terms = [.. wanted.Order().Select(term => (query.Terms[term], !events.Contains(term)))];
        Names = [.. _terms.Select(one => one.Term.Text).OrderByDescending(text => text.Length)];
    }

    /// <summary>Folded, longest first, without those behind a NOT.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Where a text names the subject, in the text's order; as many as there is room for.</summary>
    /// <param name="folded">See <see cref="TextFolding.FoldForMatching(string)"/>.</param>
    /// <param name="masked">A copy of it, in which every name is blotted out.</param>
    public int Find(ReadOnlySpan<char> folded, Span<NamedAt> named, Span<char> masked)
    {
        var count = 0;
        foreach (var (term, isMasked) in _terms)
        {
            for (var from = 0; ; )
            {
                var found = folded[from..].IndexOf(term.Text);
                if (found < 0)
                    break;
                if (term.FitsAt(folded, from + found))
                {
                    if (count < named.Length)
                        named[count++] = new NamedAt(from + found, term.Text.Length);
                    if (isMasked)
                        masked.Slice(from + found, term.Text.Length).Fill(Mask);
                }

                from += found + term.Text.Length;
            }
        }
        named[..count].Sort(static (left, right) => left.Start.CompareTo(right.Start));
        return count;
    }

    /// <summary>
    /// Words that narrow a topic down to an event: 起火 in "特斯拉 起火". They stand beside a name, are words of risk, and
    /// say what happened; a name alone, or one of several names, is none.
    /// </summary>
    private static void Events(QueryNode node, IReadOnlyList<QueryTerm> terms, HashSet<int> events)
    {
        if (node is QueryNode.Any any)
            foreach (var part in any.Parts)
                Events(part, terms, events);
        if (node is not QueryNode.All all)
            return;
        var named = all.Parts.Where(part => part is not QueryNode.Not).ToList();
        var narrowing = named.Where(part => IsEvent(part, terms)).ToList();
        if (narrowing.Count < named.Count)
            foreach (var part in narrowing)
                Gather(part, events);
        foreach (var part in named.Except(narrowing))
            Events(part, terms, events);
    }

    private static bool IsEvent(QueryNode node, IReadOnlyList<QueryTerm> terms)
    {
        var words = new HashSet<int>();
        Gather(node, words);
        return words.Count > 0
            && words.All(word =>
                RiskLexicon.Default.LongestAt(terms[word].Text, 0, out var risk) == terms[word].Text.Length
                && risk.Kind is RiskWordKind.Event or RiskWordKind.Deed or RiskWordKind.Form
            );
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
