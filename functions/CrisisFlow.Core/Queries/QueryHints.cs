using System.Text;
using System.Text.RegularExpressions;
using CrisisFlow.Core.Folding;

namespace CrisisFlow.Core.Queries;

/// <summary>What a query means, in words, and what in it was probably meant otherwise.</summary>
public static partial class QueryHints
{
    /// <summary>The query with every operator and parenthesis written out: (小米 AND 雷军) OR 红米.</summary>
    public static string Explain(TopicQuery query) => Explain(query, query.Root, outermost: true);

    /// <summary>Models that a word of the query matches too, for an example; null when it matches none.</summary>
    public static string? GluedExample(QueryTerm term)
    {
        foreach (var ending in (ReadOnlySpan<string>)["Ultra", "16Pro"])
            if (
                !term.Open
                && Operator(term.Text) is null
                && term.EndsWord
                && term.FitsTo(TextFolding.FoldForMatching(term.Text + ending), term.Text.Length)
            )
                return term.Text + TextFolding.FoldForMatching(ending);
        return null;
    }

    /// <summary>
    /// Sentences about words that were probably meant as operators or separators, with their columns.
    /// </summary>
    public static IReadOnlyList<QueryError> Of(string query)
    {
        var errors = new List<QueryError>();
        var tokens = new QueryLexer(query, errors).Read();
        if (errors.Count > 0)
            return [];
        var hints = new List<QueryError>();
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i] is { Kind: QueryTokenKind.Term, Quoted: false } token && Of(token, i, tokens) is { } hint)
                hints.Add(new QueryError(token.Column, hint));
        return hints;
    }

    private static string? Of(QueryToken token, int at, List<QueryToken> tokens)
    {
        var word = token.Written;
        var between = at > 0 && at < tokens.Count - 2;
        if (Operator(word) is { } meant)
            return $"'{word}' is a word here that must occur like the others; operators are upper case: {meant}";
        if (between && Sign().IsMatch(word))
            return $"'{word}' is looked for as it stands; words are joined by AND, OR (or |) and NOT (or -)";
        if (word.Length > 1 && word[0] is '!' or '！' or '+' or '＋')
            return $"'{word}' is looked for with its '{word[0]}'; write NOT (or -) to exclude a word";
        if (Separated().Match(word) is { Success: true } separated)
            return $"'{word}' is one word; '{separated.Groups[1].Value}{separated.Groups[2].Value}' "
                + "separates nothing, write OR between words of "
                + "which one is enough";
        return Field().Match(word) is { Success: true } field
            ? $"'{word}' is one word; there are no fields such as '{field.Groups[1].Value}'"
            : null;
    }

    private static string? Operator(string word) =>
        word.ToLowerInvariant() switch
        {
            "or" or "或" or "或者" => "OR",
            "and" or "且" or "并且" or "和" or "与" => "AND",
            "not" or "非" or "不含" or "排除" => "NOT",
            _ => null,
        };

    private static string Explain(TopicQuery query, QueryNode node, bool outermost)
    {
        var text = node switch
        {
            QueryNode.Term term => Shown(query.Terms[term.Index]),
            QueryNode.Not not => "NOT " + Explain(query, not.Part, outermost: false),
            QueryNode.All all => string.Join(" AND ", all.Parts.Select(part => Explain(query, part, false))),
            QueryNode.Any any => string.Join(" OR ", any.Parts.Select(part => Explain(query, part, false))),
            _ => throw new InvalidOperationException($"Unknown node {node.GetType().Name}."),
        };
        return !outermost && node is QueryNode.All or QueryNode.Any ? $"({text})" : text;
    }

    private static string Shown(QueryTerm term)
    {
        var text = new StringBuilder();
        var quoted = term.Text.Contains(' ') || term.Text is "and" or "or" or "not";
        text.Append(quoted ? "\"" : "").Append(term.Text).Append(quoted ? "\"" : "");
        return text.Append(term.Open ? "*" : "").ToString();
    }

    [GeneratedRegex(@"^[&+,，、;；/\\＆＋／]{1,2}$")]
    private static partial Regex Sign();

    [GeneratedRegex(@"(?:\p{L}|\d)([,，、;；])(?!\d)(?:\p{L}|\d|$)|\p{Lo}([/／])\p{Lo}")]
    private static partial Regex Separated();

    [GeneratedRegex(@"^((?:title|text|site|intitle|inurl|author|from|lang|source)[:：]).", RegexOptions.IgnoreCase)]
    private static partial Regex Field();
}
