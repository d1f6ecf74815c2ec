namespace CrisisFlow.Runtime.Links;

/// <summary>What a link is for. The numbers are part of every mail under way: never change one.</summary>
public enum LinkPurpose : byte
{
    /// <summary>Look at a case.</summary>
    Case = 1,
    /// <summary>Say what it is: true, a misunderstanding, malicious, or nothing.</summary>
    Triage = 2,
    /// <summary>Do a task and say so.</summary>
    Task = 3,
    /// <summary>Write the statement.</summary>
    Statement = 4,
    /// <summary>Approve or reject one version.</summary>
    Approval = 5,
    /// <summary>What customer service says.</summary>
    TalkTrack = 6,
    /// <summary>Close the case after its review.</summary>
    Review = 7,
    /// <summary>Take over as the person named next in the chain.</summary>
    Escalation = 8,
}

/// <summary>What a token says.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Step">Round or task the link belongs to; empty when the link is to the case as a whole.</param>
/// <param name="Person">Id of the person the link was sent to.</param>
/// <param name="Hash">Hash of the statement version it is about; empty when it is about none.</param>
/// <param name="Expires">The first second at which the link is refused.</param>
public sealed record Link(LinkPurpose Purpose, string Case, string Step, string Person, string Hash, DateTimeOffset Expires);

/// <summary>What a token turned out to be.</summary>
public abstract record LinkReading
{
    private LinkReading() { }

    public sealed record Good(Link Link) : LinkReading;

    /// <summary>Signed by us, and its time is over.</summary>
    public sealed record Expired(Link Link) : LinkReading;

    public sealed record Bad(LinkFault Fault) : LinkReading;
}

/// <summary>Why a token is refused without a look at what it says.</summary>
public enum LinkFault
{
    /// <summary>Cut off, extended, or no token at all.</summary>
    Broken,
    /// <summary>Signed with a key this installation does not have, or no longer has.</summary>
    Foreign,
    /// <summary>Names one of our keys and was not signed with it.</summary>
    Forged,
}
