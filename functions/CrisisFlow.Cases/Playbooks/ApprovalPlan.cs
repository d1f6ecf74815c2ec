using System.Text.Json.Serialization;

namespace CrisisFlow.Cases.Playbooks;

/// <summary>
/// Stages run one after another; one rejection with a comment in any of them returns the draft to its author.
/// </summary>
/// <param name="Stages">1 to 8.</param>
public sealed record ApprovalPlan(IReadOnlyList<StagePlan> Stages)
{
    /// <summary>
    /// Whether an author may approve the own version when nobody else can be asked. Otherwise the stage goes to the
    /// escalation chain.
    /// </summary>
    public bool AuthorMayApproveAlone { get; init; } = true;
}

/// <param name="Id">1 to 32 characters a-z, 0-9 and '-', unique within the plan.</param>
/// <param name="Roles">Everyone with one of these roles is asked.</param>
/// <param name="Due">From the moment the stage opens, before the level's factor; 1 minute to 30 days.</param>
public sealed record StagePlan(string Id, LocalText Title, Quorum Quorum, IReadOnlyList<string> Roles, TimeSpan Due);

/// <summary>How many distinct people must approve.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "mode")]
[JsonDerivedType(typeof(First), "first")]
[JsonDerivedType(typeof(All), "all")]
[JsonDerivedType(typeof(AtLeast), "at-least")]
public abstract record Quorum
{
    private Quorum() { }

    /// <summary>
    /// How many of <paramref name="asked"/> people are needed; never more than there are, never less than 1.
    /// </summary>
    public int Of(int asked) =>
        this switch
        {
            All => Math.Max(1, asked),
            AtLeast least => Math.Clamp(least.Count, 1, Math.Max(1, asked)),
            _ => 1,
        };

    public sealed record First : Quorum;

    public sealed record All : Quorum;

    /// <param name="Count">1 to 20.</param>
    public sealed record AtLeast(int Count) : Quorum;
}
