using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Warnings;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>What is known about a case in every phase: what pages and mails are made from.</summary>
public sealed record CaseFile
{
    public required CaseId Id { get; init; }

    public required CaseSubject Subject { get; init; }

    public required Playbook Playbook { get; init; }

    /// <summary>Everybody the case may ask, hand-overs included.</summary>
    public required IReadOnlyList<Person> Roster { get; init; }

    public required bool IsDrill { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Time of the last event.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Number of events so far; the next event has this number plus 1.</summary>
    public required long Events { get; init; }

    public required Level Level { get; init; }

    /// <summary>How often it flared up.</summary>
    public int FlareUps { get; init; }

    /// <summary>The last triage decision; null before it.</summary>
    public Triaged? Triage { get; init; }

    /// <summary>In the order they were assigned, ended ones included.</summary>
    public IReadOnlyList<CaseTask> Tasks { get; init; } = [];

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>In order of their numbers; the holding statement is not among them.</summary>
    public IReadOnlyList<StatementVersion> Versions { get; init; } = [];

    /// <summary>In order of their numbers.</summary>
    public IReadOnlyList<ApprovalRound> Rounds { get; init; } = [];

    /// <summary>The holding statement once released.</summary>
    public StatementVersion? Holding { get; init; }

    /// <summary>Number of the version approved last; null before one was, and again after a flare-up.</summary>
    public int? ApprovedVersion { get; init; }

    /// <summary>In the order they were requested.</summary>
    public IReadOnlyList<Publication> Publications { get; init; } = [];

    /// <summary>In order of their numbers.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>What was learned, last first when it was reviewed twice; empty before.</summary>
    public IReadOnlyList<Note> Reviews { get; init; } = [];

    /// <summary>Mails that failed for good.</summary>
    public IReadOnlyList<ActionId> FailedMails { get; init; } = [];

    public Person? PersonOf(PersonId id) => Roster.FirstOrDefault(p => p.Id == id);

    /// <summary>A name to show: the person's, or the id when the roster does not hold it.</summary>
    public string NameOf(PersonId id) => PersonOf(id)?.Name ?? id.Value;

    public CaseTask? TaskOf(TaskId id) => Tasks.FirstOrDefault(t => t.Id == id);

    public IEnumerable<CaseTask> OpenTasks => Tasks.Where(t => t.IsOpen);

    public ApprovalRound? RoundOf(int number) => Rounds.FirstOrDefault(r => r.Number == number);

    /// <summary>A version by number; 0 is the holding statement once released.</summary>
    public StatementVersion? VersionOf(int number) =>
        number == StatementVersion.Holding ? Holding : Versions.FirstOrDefault(v => v.Number == number);
}

/// <summary>What triage decided.</summary>
public sealed record Triaged(PersonId By, DateTimeOffset At, TriageVerdict Verdict, TriageWay Way, string Comment);

/// <param name="Task">The task it answers; null for an unsolicited fact.</param>
public sealed record Fact(PersonId By, DateTimeOffset At, TaskId? Task, string Text);

public sealed record Note(PersonId By, DateTimeOffset At, string Text);

/// <summary>A version on its way to a channel.</summary>
/// <param name="Version"><see cref="StatementVersion.Holding"/> for the holding statement.</param>
public sealed record Publication(
    PublicationId Id,
    int Version,
    string Hash,
    string Channel,
    Language Language,
    DateTimeOffset RequestedAt,
    PublicationState State
);

/// <summary>State of a publication.</summary>
public abstract record PublicationState
{
    private PublicationState() { }

    /// <summary>Asked for, not answered yet.</summary>
    public sealed record Waiting : PublicationState;

    /// <param name="Receipt">What the channel called it: an address or an id.</param>
    public sealed record Done(DateTimeOffset At, string Receipt) : PublicationState;

    /// <summary>Failed permanently; a task asks a person to publish by hand.</summary>
    public sealed record Failed(DateTimeOffset At, string Reason) : PublicationState;
}

/// <param name="Number">1, 2, 3 … within the case.</param>
/// <param name="Since">
/// What was published, or when watching began: the window before this time is the one compared with.
/// </param>
public sealed record Measurement(
    int Number,
    DateTimeOffset RequestedAt,
    DateTimeOffset Since,
    TimeSpan Window,
    MeasurementState State
);

/// <summary>State of a measurement.</summary>
public abstract record MeasurementState
{
    private MeasurementState() { }

    public sealed record Waiting : MeasurementState;

    public sealed record Done(
        DateTimeOffset At,
        EffectReading Before,
        EffectReading After,
        EffectVerdict Verdict,
        string Reason
    ) : MeasurementState
    {
        /// <summary>What was to be expected without the publication; null in older journals.</summary>
        public EffectCourse? Course { get; init; }

        /// <summary>The event it came from.</summary>
        public CaseEvent.EffectMeasured AsEvent(int number) =>
            new(At, number, Before, After, Verdict, Reason) { Course = Course };
    }

    public sealed record Failed(DateTimeOffset At, string Reason) : MeasurementState;
}
