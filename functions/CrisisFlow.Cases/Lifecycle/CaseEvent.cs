using System.Text.Json.Serialization;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Warnings;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// Something that happened in a case. The names on disk are a storage format: never renamed, and rows of every past
/// shape stay readable.
/// </summary>
/// <param name="At">Never earlier than the event before.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(PhaseEntered), "phase-entered")]
[JsonDerivedType(typeof(TaskAssigned), "task-assigned")]
[JsonDerivedType(typeof(TaskReminded), "task-reminded")]
[JsonDerivedType(typeof(TaskEscalated), "task-escalated")]
[JsonDerivedType(typeof(TaskRescheduled), "task-rescheduled")]
[JsonDerivedType(typeof(EscalationExhausted), "escalation-exhausted")]
[JsonDerivedType(typeof(TaskEnded), "task-ended")]
[JsonDerivedType(typeof(TriageDecided), "triage-decided")]
[JsonDerivedType(typeof(FactRecorded), "fact-recorded")]
[JsonDerivedType(typeof(StatementDrafted), "statement-drafted")]
[JsonDerivedType(typeof(RoundOpened), "round-opened")]
[JsonDerivedType(typeof(StageOpened), "stage-opened")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Rejected), "rejected")]
[JsonDerivedType(typeof(RoundClosed), "round-closed")]
[JsonDerivedType(typeof(StatementApproved), "statement-approved")]
[JsonDerivedType(typeof(HoldingReleased), "holding-released")]
[JsonDerivedType(typeof(PublicationRequested), "publication-requested")]
[JsonDerivedType(typeof(Published), "published")]
[JsonDerivedType(typeof(PublicationFailed), "publication-failed")]
[JsonDerivedType(typeof(MeasurementRequested), "measurement-requested")]
[JsonDerivedType(typeof(EffectMeasured), "effect-measured")]
[JsonDerivedType(typeof(MeasurementFailed), "measurement-failed")]
[JsonDerivedType(typeof(SetbackDecided), "setback-decided")]
[JsonDerivedType(typeof(FlaredUp), "flared-up")]
[JsonDerivedType(typeof(Regraded), "regraded")]
[JsonDerivedType(typeof(HandedOver), "handed-over")]
[JsonDerivedType(typeof(NoteAdded), "note-added")]
[JsonDerivedType(typeof(ReviewWritten), "review-written")]
[JsonDerivedType(typeof(MailFailed), "mail-failed")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Stopped), "stopped")]
public abstract record CaseEvent(DateTimeOffset At)
{
    public sealed record Opened(
        DateTimeOffset At,
        CaseId Case,
        CaseSubject Subject,
        Playbook Playbook,
        IReadOnlyList<Person> Roster,
        bool IsDrill
    ) : CaseEvent(At);

    public sealed record PhaseEntered(DateTimeOffset At, CasePhase Phase) : CaseEvent(At);

    /// <param name="Plan">
    /// Id of the task or stage in the playbook; "publish-by-hand" for one that a failed publication made.
    /// </param>
    /// <param name="People">The assignees; not empty.</param>
    /// <param name="RemindAt">Between <see cref="CaseEvent.At"/> and <paramref name="Due"/>.</param>
    public sealed record TaskAssigned(
        DateTimeOffset At,
        TaskId Task,
        TaskKind Kind,
        string Plan,
        LocalText Title,
        LocalText Instructions,
        IReadOnlyList<PersonId> People,
        bool Required,
        DateTimeOffset RemindAt,
        DateTimeOffset Due
    ) : CaseEvent(At);

    /// <param name="People">Who was reminded: assignees who have not answered.</param>
    public sealed record TaskReminded(DateTimeOffset At, TaskId Task, IReadOnlyList<PersonId> People) : CaseEvent(At);

    /// <param name="Step">1, 2, 3 … within the task, repeats included.</param>
    /// <param name="To">Who it is escalated to; at a repeat everyone who has not answered.</param>
    /// <param name="Silent">Who has not answered.</param>
    /// <param name="Next">When the next step is due.</param>
    public sealed record TaskEscalated(
        DateTimeOffset At,
        TaskId Task,
        int Step,
        IReadOnlyList<PersonId> To,
        IReadOnlyList<PersonId> Silent,
        DateTimeOffset Next
    ) : CaseEvent(At);

    public sealed record TaskRescheduled(DateTimeOffset At, TaskId Task, DateTimeOffset RemindAt, DateTimeOffset Due)
        : CaseEvent(At);

    /// <param name="GiveUpAt">
    /// When the case is stopped if still nobody answers; null when it is stopped already.
    /// </param>
    public sealed record EscalationExhausted(
        DateTimeOffset At,
        TaskId Task,
        IReadOnlyList<PersonId> Silent,
        ExhaustedOutcome Outcome,
        DateTimeOffset? GiveUpAt
    ) : CaseEvent(At);

    /// <param name="By">Null when nobody did it: lapsed or dropped.</param>
    public sealed record TaskEnded(DateTimeOffset At, TaskId Task, TaskEnd End, PersonId? By, string Comment = "")
        : CaseEvent(At);

    public sealed record TriageDecided(
        DateTimeOffset At,
        PersonId By,
        TriageVerdict Verdict,
        TriageWay Way,
        string Comment
    ) : CaseEvent(At);

    public sealed record FactRecorded(DateTimeOffset At, PersonId By, TaskId? Task, string Text) : CaseEvent(At);

    public sealed record StatementDrafted(
        DateTimeOffset At,
        PersonId By,
        int Version,
        string Hash,
        IReadOnlyList<StatementText> Texts
    ) : CaseEvent(At);

    public sealed record RoundOpened(DateTimeOffset At, int Round, int Version, string Hash) : CaseEvent(At);

    /// <param name="Stage">0, 1, 2 … position in the playbook's stages.</param>
    /// <param name="People">The assignees; not empty.</param>
    /// <param name="Needed">Approvals by distinct people; 1 to the number of people.</param>
    public sealed record StageOpened(
        DateTimeOffset At,
        int Round,
        int Stage,
        TaskId Task,
        IReadOnlyList<PersonId> People,
        int Needed
    ) : CaseEvent(At);

    public sealed record Approved(DateTimeOffset At, PersonId By, int Round, int Stage, string Hash, string Comment)
        : CaseEvent(At);

    public sealed record Rejected(DateTimeOffset At, PersonId By, int Round, int Stage, string Hash, string Comment)
        : CaseEvent(At);

    public sealed record RoundClosed(DateTimeOffset At, int Round, RoundOutcome Outcome) : CaseEvent(At);

    public sealed record StatementApproved(DateTimeOffset At, int Version, string Hash, int Round) : CaseEvent(At);

    /// <param name="By">Null = by its own deadline or at the end of an escalation chain.</param>
    /// <param name="ApprovedBy">Who approved it in advance.</param>
    public sealed record HoldingReleased(
        DateTimeOffset At,
        PersonId? By,
        string ApprovedBy,
        DateOnly ApprovedOn,
        string Hash
    ) : CaseEvent(At);

    /// <param name="Version"><see cref="StatementVersion.Holding"/> for the holding statement.</param>
    public sealed record PublicationRequested(
        DateTimeOffset At,
        PublicationId Publication,
        int Version,
        string Hash,
        string Channel,
        Language Language
    ) : CaseEvent(At);

    public sealed record Published(DateTimeOffset At, PublicationId Publication, string Receipt) : CaseEvent(At);

    public sealed record PublicationFailed(DateTimeOffset At, PublicationId Publication, string Reason) : CaseEvent(At);

    /// <param name="Number">1, 2, 3 … within the case.</param>
    /// <param name="Since">
    /// What is compared: the window before this time with the one before <see cref="CaseEvent.At"/>.
    /// </param>
    public sealed record MeasurementRequested(DateTimeOffset At, int Number, DateTimeOffset Since, TimeSpan Window)
        : CaseEvent(At);

    /// <param name="Reason">
    /// A sentence with the figures that decided, English; pages make their own from the readings.
    /// </param>
    public sealed record EffectMeasured(
        DateTimeOffset At,
        int Number,
        EffectReading Before,
        EffectReading After,
        EffectVerdict Verdict,
        string Reason
    ) : CaseEvent(At)
    {
        /// <summary>What was expected without the publication; null in older journals.</summary>
        public EffectCourse? Course { get; init; }
    }

    public sealed record MeasurementFailed(DateTimeOffset At, int Number, string Reason) : CaseEvent(At);

    /// <param name="GoesBack">False = the case keeps watching.</param>
    public sealed record SetbackDecided(DateTimeOffset At, PersonId By, bool GoesBack, string Comment) : CaseEvent(At);

    /// <param name="By">Null = the warning; in older journals also a measurement.</param>
    public sealed record FlaredUp(
        DateTimeOffset At,
        PersonId? By,
        Level Level,
        double Index,
        string Reason,
        CasePhase To
    ) : CaseEvent(At);

    public sealed record Regraded(DateTimeOffset At, PersonId? By, Level From, Level To, string Reason) : CaseEvent(At);

    public sealed record HandedOver(
        DateTimeOffset At,
        PersonId By,
        PersonId From,
        Person To,
        TaskId? Task,
        string Reason
    ) : CaseEvent(At);

    public sealed record NoteAdded(DateTimeOffset At, PersonId By, string Text) : CaseEvent(At);

    public sealed record ReviewWritten(DateTimeOffset At, PersonId By, string Text) : CaseEvent(At);

    public sealed record MailFailed(DateTimeOffset At, ActionId Mail, PersonId To, string Reason) : CaseEvent(At);

    /// <param name="Ending"><see cref="CaseEnding.Reviewed"/> or <see cref="CaseEnding.Nothing"/>.</param>
    public sealed record Closed(DateTimeOffset At, CaseEnding Ending, PersonId By, string Reason) : CaseEvent(At);

    /// <param name="Ending"><see cref="CaseEnding.Stopped"/> or <see cref="CaseEnding.NobodyAnswered"/>.</param>
    /// <param name="By">Null when nobody answered.</param>
    public sealed record Stopped(DateTimeOffset At, CaseEnding Ending, PersonId? By, string Reason) : CaseEvent(At);
}
