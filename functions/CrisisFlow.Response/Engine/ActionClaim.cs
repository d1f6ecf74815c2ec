namespace CrisisFlow.Response.Engine;

/// <summary>How long an action belongs to the instance that began it.</summary>
/// <param name="Length">
/// Longer than any action takes; zero where one process performs them all. If the instance dies, the claim stays until
/// it expires, and another instance then performs the action.
/// </param>
public sealed record ActionClaim(TimeSpan Length)
{
    public static readonly ActionClaim None = new(TimeSpan.Zero);
}
