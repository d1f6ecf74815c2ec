namespace CrisisFlow.Presentation.Links;

/// <summary>What a link is for. The numbers are part of every mail under way: never change one.</summary>
public enum LinkPurpose : byte
{
    /// <summary>
    /// Look at a case, and do what the person's role allows at any time: note, hand over, re-grade, stop.
    /// </summary>
    Case = 1,
    Triage = 2,
    Fact = 3,
    Draft = 4,
    Approval = 5,
    Execution = 6,
    Review = 7,

    /// <summary>Read the talk track.</summary>
    TalkTrack = 8,

    /// <summary>Read a topic's warnings; <see cref="Link.Case"/> then names the topic.</summary>
    Warning = 9,

    /// <summary>
    /// Dismiss one warning; <see cref="Link.Case"/> then names the topic and <see cref="Link.Step"/> the warning.
    /// </summary>
    Dismissal = 10,

    /// <summary>Decide what it means that it got worse: go back, or keep watching.</summary>
    Setback = 11,
}

/// <summary>Content of a token.</summary>
/// <param name="Case">Id of the case; of the topic when the link is about warnings.</param>
/// <param name="Step">
/// Id of the task the link belongs to, which for an approval names the round; of the warning to dismiss; empty when the
/// link is to the case as a whole.
/// </param>
/// <param name="Person">Id of the person the link was sent to.</param>
/// <param name="Hash">Hash of the statement version it is about; empty when it is about none.</param>
/// <param name="Expires">The first second at which the link is refused.</param>
public sealed record Link(
    LinkPurpose Purpose,
    string Case,
    string Step,
    string Person,
    string Hash,
    DateTimeOffset Expires
);

/// <summary>What a token turned out to be.</summary>
public abstract record LinkReading
{
    private LinkReading() { }

    public sealed record Good(Link Link) : LinkReading;

    /// <summary>Signed by us, and its time is over.</summary>
    public sealed record Expired(Link Link) : LinkReading;

    public sealed record Bad(LinkFault Fault) : LinkReading;
}

/// <summary>Why a token is refused before its content is read.</summary>
public enum LinkFault
{
    /// <summary>Cut off, extended, or no token at all.</summary>
    Broken,

    /// <summary>Signed with a key this installation does not have, or no longer has.</summary>
    Foreign,

    /// <summary>Names one of our keys and was not signed with it.</summary>
    Forged,
}
