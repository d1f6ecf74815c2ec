using System.Text.Json.Serialization;
using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Warnings;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// Something that may happen to a case. Stored as signals: the names are a storage format and never change.
/// </summary>
/// <param name="At">When it happened; earlier than the case's last event counts as the time of that event.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(OpenCase), "open-case")]
[JsonDerivedType(typeof(DecideTriage), "decide-triage")]
[JsonDerivedType(typeof(RecordFact), "record-fact")]
[JsonDerivedType(typeof(DraftStatement), "draft-statement")]
[JsonDerivedType(typeof(Approve), "approve")]
[JsonDerivedType(typeof(Reject), "reject")]
[JsonDerivedType(typeof(CompleteTask), "complete-task")]
[JsonDerivedType(typeof(PassTime), "pass-time")]
[JsonDerivedType(typeof(RecordPublication), "record-publication")]
[JsonDerivedType(typeof(RecordPublicationFailure), "record-publication-failure")]
[JsonDerivedType(typeof(RecordMailFailure), "record-mail-failure")]
[JsonDerivedType(typeof(RecordMeasurement), "record-measurement")]
[JsonDerivedType(typeof(RecordMeasurementFailure), "record-measurement-failure")]
[JsonDerivedType(typeof(DecideSetback), "decide-setback")]
[JsonDerivedType(typeof(FlareUp), "flare-up")]
[JsonDerivedType(typeof(Regrade), "regrade")]
[JsonDerivedType(typeof(HandOver), "hand-over")]
[JsonDerivedType(typeof(AddNote), "add-note")]
[JsonDerivedType(typeof(ReleaseHolding), "release-holding")]
[JsonDerivedType(typeof(WriteReview), "write-review")]
[JsonDerivedType(typeof(Close), "close")]
[JsonDerivedType(typeof(Stop), "stop")]
public abstract record CaseCommand(DateTimeOffset At)
{
    /// <param name="Roster">Everyone who may take part in this case; at least one who is not disabled.</param>
    /// <param name="IsDrill">The same way with mail and publications kept inside.</param>
    public sealed record OpenCase(
        DateTimeOffset At,
        CaseId Case,
        CaseSubject Subject,
        Playbook Playbook,
        IReadOnlyList<Person> Roster,
        bool IsDrill = false
    ) : CaseCommand(At);

    /// <param name="Comment">May be empty.</param>
    public sealed record DecideTriage(DateTimeOffset At, PersonId By, TriageVerdict Verdict, string Comment = "")
        : CaseCommand(At);

    /// <param name="Task">The fact task this answers; null = an unsolicited fact.</param>
    public sealed record RecordFact(DateTimeOffset At, PersonId By, TaskId? Task, string Text) : CaseCommand(At);

    public sealed record DraftStatement(DateTimeOffset At, PersonId By, IReadOnlyList<StatementText> Texts)
        : CaseCommand(At);

    /// <param name="Hash">Of the version the person saw.</param>
    public sealed record Approve(DateTimeOffset At, PersonId By, int Round, string Hash, string Comment = "")
        : CaseCommand(At);

    /// <param name="Comment">Required: the author works from it.</param>
    public sealed record Reject(DateTimeOffset At, PersonId By, int Round, string Hash, string Comment)
        : CaseCommand(At);

    /// <summary>Ends an execution task. Other kinds of task have commands of their own.</summary>
    public sealed record CompleteTask(DateTimeOffset At, PersonId By, TaskId Task, string Comment = "")
        : CaseCommand(At);

    /// <summary>A deadline may have passed. Does everything due at <see cref="CaseCommand.At"/>, in order.</summary>
    public sealed record PassTime(DateTimeOffset At) : CaseCommand(At);

    /// <param name="Receipt">What the channel called it: an address or an id.</param>
    public sealed record RecordPublication(DateTimeOffset At, PublicationId Publication, string Receipt)
        : CaseCommand(At);

    public sealed record RecordPublicationFailure(DateTimeOffset At, PublicationId Publication, string Reason)
        : CaseCommand(At);

    public sealed record RecordMailFailure(DateTimeOffset At, ActionId Mail, PersonId To, string Reason)
        : CaseCommand(At);

    /// <param name="Number">Number of the requested measurement: 1, 2, 3 … within the case.</param>
    public sealed record RecordMeasurement(DateTimeOffset At, int Number, EffectReading Before, EffectReading After)
        : CaseCommand(At)
    {
        /// <summary>What was to be expected without the publication; null in signals of older versions.</summary>
        public EffectCourse? Course { get; init; }
    }

    public sealed record RecordMeasurementFailure(DateTimeOffset At, int Number, string Reason) : CaseCommand(At);

    /// <summary>It got worse after the publication; a person decides what that means.</summary>
    /// <param name="GoesBack">Back to where the playbook's flare-up leads; false = keep watching.</param>
    /// <param name="Comment">May be empty.</param>
    public sealed record DecideSetback(DateTimeOffset At, PersonId By, bool GoesBack, string Comment = "")
        : CaseCommand(At);

    /// <summary>The case's warning rose again, or a person reports it.</summary>
    /// <param name="By">Null = the warning.</param>
    public sealed record FlareUp(DateTimeOffset At, PersonId? By, Level Level, double Index, string Reason)
        : CaseCommand(At);

    /// <param name="By">Null = the warning.</param>
    public sealed record Regrade(DateTimeOffset At, PersonId? By, Level Level, string Reason) : CaseCommand(At);

    /// <param name="By">Who ordered it; the one who hands over, or a director.</param>
    /// <param name="To">Joins the roster when not in it.</param>
    /// <param name="Task">Only this task; null = everything open and everything to come.</param>
    public sealed record HandOver(
        DateTimeOffset At,
        PersonId By,
        PersonId From,
        Person To,
        TaskId? Task = null,
        string Reason = ""
    ) : CaseCommand(At);

    public sealed record AddNote(DateTimeOffset At, PersonId By, string Text) : CaseCommand(At);

    public sealed record ReleaseHolding(DateTimeOffset At, PersonId By) : CaseCommand(At);

    /// <summary>What was learned; ends the review and closes the case.</summary>
    public sealed record WriteReview(DateTimeOffset At, PersonId By, string Text) : CaseCommand(At);

    /// <summary>Ends the effect phase before its last measurement; the review follows.</summary>
    public sealed record Close(DateTimeOffset At, PersonId By, string Reason) : CaseCommand(At);

    /// <summary>Ends the case at any time.</summary>
    public sealed record Stop(DateTimeOffset At, PersonId By, string Reason) : CaseCommand(At);
}
