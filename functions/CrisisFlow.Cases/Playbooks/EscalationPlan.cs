namespace CrisisFlow.Cases.Playbooks;

/// <summary>
/// Who a required task is escalated to when its deadline passes, and what happens when nobody answers.
/// </summary>
public sealed record EscalationPlan
{
    /// <summary>The chain, in order; may be empty. The first step is taken at the deadline.</summary>
    public IReadOnlyList<EscalationStep> Steps { get; init; } = [];

    /// <summary>How often everyone is asked again after the last step; 0 to 20.</summary>
    public int Repeat { get; init; } = 2;

    /// <summary>Between two such askings, before the level's factor; 1 minute to 7 days.</summary>
    public TimeSpan RepeatEvery { get; init; } = TimeSpan.FromHours(2);

    public NobodyAnswers WhenNobodyAnswers { get; init; } = NobodyAnswers.KeepAsking;

    /// <summary>
    /// After the chain came to its end and still nobody answered, the case is stopped; 1 hour to 90 days.
    /// </summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(7);
}

/// <param name="Role">Everyone with this role is asked too and may answer.</param>
/// <param name="After">Time they have before the next step, before the level's factor; 1 minute to 7 days.</param>
public sealed record EscalationStep(string Role, TimeSpan After);

/// <summary>What happens at the end of the chain.</summary>
public enum NobodyAnswers
{
    /// <summary>Everyone is asked again, a bounded number of times; then the case waits and is given up.</summary>
    KeepAsking,

    /// <summary>As above, and the holding statement is released if it is approved and switched on.</summary>
    PublishHolding,

    /// <summary>The case is stopped at once.</summary>
    Stop,
}
