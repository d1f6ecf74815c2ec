namespace CrisisFlow.Core.Queries;

/// <summary>
/// Tokens as a tree: NOT binds closest, then AND (written or not), then OR. Goes on after an error, to report them all.
/// </summary>
internal sealed class QueryParser(List<QueryToken> tokens, List<QueryError> errors)
{
    private const int DeepestNesting = 50;
    private int _at;
    private int _depth;

    private QueryToken Current => tokens[_at];

    /// <summary>Null when nothing could be made of it; then there is an error.</summary>
    public QueryNode? Read()
    {
        var parts = new List<QueryNode>();
        do
        {
            if (Or() is { } part)
                parts.Add(part);
            if (Current.Kind == QueryTokenKind.Close)
                Error("a closing parenthesis without an opening one");
        } while (tokens[_at++].Kind != QueryTokenKind.End);
        return parts.Count == 0 ? null : Joined(parts, all: true);
    }

    private QueryNode? Or()
    {
        var parts = new List<QueryNode>();
        while (true)
        {
            if (And() is { } part)
                parts.Add(part);
            if (Current.Kind != QueryTokenKind.Or)
                return parts.Count == 0 ? null : Joined(parts, all: false);
            Operator(Current);
        }
    }

    private QueryNode? And()
    {
        var parts = new List<QueryNode>();
        while (true)
        {
            switch (Current.Kind)
            {
                case QueryTokenKind.And:
                    Operator(Current);
                    break;
                case QueryTokenKind.Term or QueryTokenKind.Not or QueryTokenKind.Open:
                    if (Unary() is { } part)
                        parts.Add(part);
                    break;
                default:
                    return parts.Count == 0 ? null : Joined(parts, all: true);
            }
        }
    }

    private QueryNode? Unary()
    {
        var token = tokens[_at++];
        switch (token.Kind)
        {
            case QueryTokenKind.Term:
                return new QueryNode.Term(token.Term);
            case QueryTokenKind.Not
                when Current.Kind is QueryTokenKind.Term or QueryTokenKind.Not or QueryTokenKind.Open:
                return Deeper(token, () => Unary() is { } part ? new QueryNode.Not(part) : null);
            case QueryTokenKind.Not:
                errors.Add(new QueryError(token.Column, $"{token.Written} needs a word after it"));
                return null;
            default:
                return Deeper(token, () => Group(token));
        }
    }

    private QueryNode? Group(QueryToken open)
    {
        var before = errors.Count;
        var inner = Or();
        if (Current.Kind != QueryTokenKind.Close)
        {
            errors.Add(new QueryError(open.Column, "this parenthesis is never closed"));
            return inner;
        }

        _at++;
        if (inner is null && errors.Count == before)
            errors.Add(new QueryError(open.Column, "there is nothing between these parentheses"));
        return inner;
    }

    private QueryNode? Deeper(QueryToken token, Func<QueryNode?> read)
    {
        if (++_depth > DeepestNesting)
        {
            errors.Add(new QueryError(token.Column, $"more than {DeepestNesting} levels of parentheses and NOT"));
            // What follows would only repeat this.
            _at = tokens.Count - 1;
            _depth--;
            return null;
        }

        var node = read();
        _depth--;
        return node;
    }

    /// <summary>An operator between two words: reports what is missing on either side and steps over it.</summary>
    private void Operator(QueryToken token)
    {
        var before = _at == 0 ? QueryTokenKind.End : tokens[_at - 1].Kind;
        _at++;
        if (before is not (QueryTokenKind.Term or QueryTokenKind.Close))
            errors.Add(new QueryError(token.Column, $"{token.Written} needs a word before it"));
        else if (Current.Kind is not (QueryTokenKind.Term or QueryTokenKind.Not or QueryTokenKind.Open))
            errors.Add(new QueryError(token.Column, $"{token.Written} needs a word after it"));
    }

    private void Error(string message) => errors.Add(new QueryError(Current.Column, message));

    private static QueryNode Joined(List<QueryNode> parts, bool all) =>
        parts.Count == 1 ? parts[0]
        : all ? new QueryNode.All(parts)
        : new QueryNode.Any(parts);
}
