namespace CrisisFlow.Core.Queries;

internal enum QueryTokenKind
{
    Term,
    And,
    Or,
    Not,
    Open,
    Close,
    End,
}

/// <param name="Column">1 = first character.</param>
/// <param name="Written">As it stands in the query, for messages.</param>
/// <param name="Term">The index of the term; -1 for everything else.</param>
/// <param name="Quoted">Whether it stood in quotation marks.</param>
internal readonly record struct QueryToken(
    QueryTokenKind Kind,
    int Column,
    string Written,
    int Term = -1,
    bool Quoted = false
);
