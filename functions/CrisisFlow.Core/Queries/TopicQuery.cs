using CrisisFlow.Core.Folding;

namespace CrisisFlow.Core.Queries;

/// <summary>
/// Which mentions belong to a topic: words and "phrases" joined by AND (or nothing), OR (or |) and NOT (or -), grouped
/// by parentheses; a final * leaves a word's end open.
/// Operators are upper case. Case, width, traditional or simplified script and diacritics make no difference.
/// </summary>
public sealed class TopicQuery
{
    /// <summary>The most characters of a query.</summary>
    public const int LengthLimit = 8000;

    /// <summary>The most characters of one word or phrase.</summary>
    public const int TermLimit = 100;

    private TopicQuery(string text, QueryNode root, IReadOnlyList<QueryTerm> terms) =>
        (Text, Root, Terms) = (text, root, terms);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    public QueryNode Root { get; }

    public IReadOnlyList<QueryTerm> Terms { get; }

    /// <summary>Parses a query, or reports every error in it.</summary>
    public static QueryReading Parse(string text)
    {
        if (text.Length > LengthLimit)
            return new QueryReading.Invalid([
                new QueryError(LengthLimit + 1, $"the query has {text.Length} characters; the limit is {LengthLimit}"),
            ]);
        var errors = new List<QueryError>();
        var lexer = new QueryLexer(text, errors);
        var root = new QueryParser(lexer.Read(), errors).Read();
        if (root is null && errors.Count == 0)
            errors.Add(new QueryError(1, "the query is empty"));
        if (root is not null && errors.Count == 0 && Holds(root, static (_, _) => false, 0))
            errors.Add(
                new QueryError(
                    1,
                    "this matches texts that hold none of its words; ask for at least one word that must be there"
                )
            );
        return errors.Count > 0 || root is null
            ? new QueryReading.Invalid([.. errors.OrderBy(error => error.Column)])
            : new QueryReading.Valid(new TopicQuery(text, root, lexer.Terms));
    }

    /// <summary>Whether a text belongs to the topic. For many queries at once use <see cref="TopicMatcher"/>.</summary>
    /// <param name="folded">The result of <see cref="TextFolding.FoldForMatching(string)"/> on normal text.</param>
    public bool Matches(string folded) =>
        Holds(Root, static (term, state) => state.Terms[term].IsIn(state.Folded), (Terms, Folded: folded));

    public override string ToString() => Text;

    internal static bool Holds<TState>(QueryNode node, Func<int, TState, bool> isThere, TState state)
    {
        switch (node)
        {
            case QueryNode.Term term:
                return isThere(term.Index, state);
            case QueryNode.Not not:
                return !Holds(not.Part, isThere, state);
            case QueryNode.All all:
                for (var i = 0; i < all.Parts.Count; i++)
                    if (!Holds(all.Parts[i], isThere, state))
                        return false;
                return true;
            case QueryNode.Any any:
                for (var i = 0; i < any.Parts.Count; i++)
                    if (Holds(any.Parts[i], isThere, state))
                        return true;
                return false;
            default:
                throw new InvalidOperationException($"Unknown node {node.GetType().Name}.");
        }
    }
}
