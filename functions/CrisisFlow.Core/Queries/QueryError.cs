namespace CrisisFlow.Core.Queries;

/// <summary>What is wrong with a query, and where.</summary>
/// <param name="Column">1 = first character.</param>
/// <param name="Message">A sentence without the column and without a full stop.</param>
public sealed record QueryError(int Column, string Message)
{
    public override string ToString() => $"column {Column}: {Message}";
}

/// <summary>What reading a query came to.</summary>
public abstract record QueryReading
{
    public sealed record Valid(TopicQuery Query) : QueryReading;

    /// <param name="Errors">Everything that is wrong, from left to right; at least one.</param>
    public sealed record Invalid(IReadOnlyList<QueryError> Errors) : QueryReading;

    private QueryReading() { }
}
