namespace CrisisFlow.Cases;

/// <summary>Phase of a case.</summary>
public enum CasePhase
{
    Triage,
    Facts,
    Draft,
    Approval,
    Execution,

    /// <summary>Published, or monitored without a statement: public opinion is measured.</summary>
    Effect,
    Review,
}

/// <summary>What triage found.</summary>
public enum TriageVerdict
{
    /// <summary>It is true.</summary>
    Confirmed,

    /// <summary>Inaccurate, but not malicious.</summary>
    Misunderstanding,

    /// <summary>It is spread to do harm.</summary>
    Malicious,

    /// <summary>There is nothing to it.</summary>
    Nothing,
}

/// <summary>What a person is asked to do.</summary>
public enum TaskKind
{
    Triage,
    Fact,
    Draft,
    Approval,
    Execution,
    Review,

    /// <summary>It got worse after a publication: go back, or keep watching.</summary>
    Setback,
}

/// <summary>How a task ended.</summary>
public enum TaskEnd
{
    Done,

    /// <summary>An optional task whose deadline passed.</summary>
    Lapsed,

    /// <summary>No longer needed: the case went on or ended without it.</summary>
    Dropped,
}

/// <summary>How an approval round ended.</summary>
public enum RoundOutcome
{
    Approved,
    Rejected,

    /// <summary>A newer version was drafted while it ran.</summary>
    Replaced,

    /// <summary>The case left approval: stopped, closed or flared up.</summary>
    Withdrawn,
}

/// <summary>Why a case ended.</summary>
public enum CaseEnding
{
    /// <summary>Closed after its review.</summary>
    Reviewed,

    /// <summary>Closed at triage: nothing to it.</summary>
    Nothing,

    /// <summary>Stopped by a person, with a reason.</summary>
    Stopped,

    /// <summary>Stopped because nobody answered, to the end of the escalation chain.</summary>
    NobodyAnswered,
}

/// <summary>What happened when an escalation chain came to its end.</summary>
public enum ExhaustedOutcome
{
    /// <summary>The case waits; any assignee may still answer.</summary>
    Waits,

    /// <summary>The holding statement was released.</summary>
    HoldingReleased,

    /// <summary>
    /// The holding statement should have been released, but none is switched on and approved, or it is out already.
    /// </summary>
    HoldingUnavailable,

    /// <summary>The case was stopped.</summary>
    Stopped,
}

/// <summary>Whether a publication helped.</summary>
public enum EffectVerdict
{
    Worked,
    NoEffect,
    Worse,

    /// <summary>Too few mentions before or after to tell.</summary>
    TooFew,

    /// <summary>
    /// The hour alone may explain the difference and the topic has no past to compare with, or sources could not be
    /// read.
    /// </summary>
    CannotTell,
}

/// <summary>Why a command was not allowed. A closed set: stored, logged and counted by these names.</summary>
public enum CaseRefusal
{
    /// <summary>There is no such case.</summary>
    NoSuchCase,

    /// <summary>The id belongs to a case about something else.</summary>
    OtherCase,

    /// <summary>The case has ended.</summary>
    CaseEnded,

    /// <summary>Not in this phase.</summary>
    OtherPhase,
    UnknownPerson,
    PersonDisabled,

    /// <summary>This person is not an assignee and has no role that allows it.</summary>
    NotAsked,
    UnknownTask,

    /// <summary>The task has ended.</summary>
    TaskEnded,
    UnknownRound,
    RoundClosed,

    /// <summary>The hash named is not that of the version in this round.</summary>
    OtherVersion,

    /// <summary>This person decided otherwise before in this stage.</summary>
    AlreadyDecided,

    /// <summary>The author of a version may not approve it.</summary>
    AuthorMayNotApprove,
    CommentMissing,
    TextMissing,
    TextTooLong,

    /// <summary>A channel the playbook does not publish on, or one named twice in a language.</summary>
    WrongChannel,

    /// <summary>A template's placeholder was left in the text.</summary>
    PlaceholderLeft,
    HoldingUnavailable,
    UnknownPublication,

    /// <summary>The person who should take over is already assigned.</summary>
    AlreadyAsked,

    /// <summary>Nobody in the roster can be assigned.</summary>
    NobodyToAsk,

    /// <summary>Nothing was measured under this number.</summary>
    UnknownMeasurement,

    /// <summary>Required tasks are still open.</summary>
    TasksOpen,

    /// <summary>A stored signal that this version cannot read.</summary>
    Unreadable,
}
