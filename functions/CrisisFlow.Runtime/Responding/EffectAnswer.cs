using CrisisFlow.Core.Cases;

namespace CrisisFlow.Runtime.Responding;

/// <summary>How performing an effect went, before it is stored.</summary>
internal abstract record EffectAnswer
{
    private EffectAnswer()
    {
    }

    /// <param name="Result">What the case is told; null when it is told nothing.</param>
    public sealed record Performed(CaseCommand? Result, string Receipt) : EffectAnswer;

    public sealed record ForNow(string Reason, TimeSpan? RetryAfter) : EffectAnswer;

    public sealed record ForGood(string Reason) : EffectAnswer;
}
