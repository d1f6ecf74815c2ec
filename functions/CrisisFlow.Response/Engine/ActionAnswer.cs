using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Response.Engine;

/// <summary>How performing an effect went, before it is stored.</summary>
internal abstract record ActionAnswer
{
    private ActionAnswer()
    {
    }

    /// <param name="Result">What the case is told; null when it is told nothing.</param>
    public sealed record Performed(CaseCommand? Result, string Receipt) : ActionAnswer;

    public sealed record ForNow(string Reason, TimeSpan? RetryAfter) : ActionAnswer;

    public sealed record ForGood(string Reason) : ActionAnswer;
}
