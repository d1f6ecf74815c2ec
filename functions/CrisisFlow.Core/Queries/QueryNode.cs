namespace CrisisFlow.Core.Queries;

/// <summary>A query as a tree.</summary>
public abstract record QueryNode
{
    public sealed record All(IReadOnlyList<QueryNode> Parts) : QueryNode;

    public sealed record Any(IReadOnlyList<QueryNode> Parts) : QueryNode;

    public sealed record Not(QueryNode Part) : QueryNode;

    /// <param name="Index">Position in the query's terms.</param>
    public sealed record Term(int Index) : QueryNode;

    private QueryNode() { }
}
