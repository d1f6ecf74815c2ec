using CrisisFlow.Cases.Lifecycle;

namespace CrisisFlow.Cases.Reviews;

/// <summary>
/// What a case shows afterwards; a pure fold of its state, so it can be made at any time and is the same for everybody.
/// </summary>
/// <param name="Ended">Null while the case is open.</param>
/// <param name="ToTriage">From opening to the first triage decision; null = never.</param>
/// <param name="ToDraft">From opening to the first version.</param>
/// <param name="ToApproval">From opening to the first approved version.</param>
/// <param name="ToPublication">From opening to the first receipt, the holding statement included.</param>
/// <param name="Deadlines">Every task that had one, in the order they were assigned.</param>
/// <param name="Late">Who let deadlines pass, most often first.</param>
/// <param name="Versions">What was written, in order.</param>
/// <param name="Learned">The review's words, last first.</param>
public sealed record AfterActionReport(
    CaseId Case,
    DateTimeOffset OpenedAt,
    CaseEnd? Ended,
    TimeSpan? ToTriage,
    TimeSpan? ToDraft,
    TimeSpan? ToApproval,
    TimeSpan? ToPublication,
    int Rejections,
    int FlareUps,
    IReadOnlyList<ReportedDeadline> Deadlines,
    IReadOnlyList<ReportedPerson> Late,
    IReadOnlyList<ReportedVersion> Versions,
    IReadOnlyList<string> Learned
)
{
    public int DeadlinesKept => Deadlines.Count(d => d.Kept == true);

    public int DeadlinesMissed => Deadlines.Count(d => d.Kept == false);

    /// <returns>Null for a case that was never opened.</returns>
    public static AfterActionReport? Of(CaseState state)
    {
        if (state.FileOrNull is not { } file)
            return null;
        var triaged = file.Tasks.Where(t => t.Kind == TaskKind.Triage).Select(DoneAt).Min();
        var published = file
            .Publications.Select(p => p.State)
            .OfType<PublicationState.Done>()
            .Select(d => (DateTimeOffset?)d.At)
            .Min();
        var approved = file
            .Rounds.Where(r => r.Closed?.Outcome == RoundOutcome.Approved)
            .Select(r => (DateTimeOffset?)r.Closed!.At)
            .Min();
        return new AfterActionReport(
            file.Id,
            file.OpenedAt,
            (state as CaseState.Closed)?.Ended,
            (triaged ?? file.Triage?.At) - file.OpenedAt,
            file.Versions.Select(v => (DateTimeOffset?)v.At).Min() - file.OpenedAt,
            approved - file.OpenedAt,
            published - file.OpenedAt,
            file.Rounds.Count(r => r.Closed?.Outcome == RoundOutcome.Rejected),
            file.FlareUps,
            [.. file.Tasks.Select(t => Deadline(t, file.LastAt))],
            LatePeople(file),
            [.. file.Versions.Select(v => ReportedVersion.Of(file, v))],
            [.. file.Reviews.Select(r => r.Text)]
        );
    }

    private static DateTimeOffset? DoneAt(CaseTask task) =>
        task.State is TaskState.Ended { End: TaskEnd.Done } ended ? ended.At : null;

    /// <summary>A task that was dropped before its deadline was neither kept nor missed.</summary>
    private static ReportedDeadline Deadline(CaseTask task, DateTimeOffset last)
    {
        var ended = task.State as TaskState.Ended;
        bool? kept = ended switch
        {
            { End: TaskEnd.Done } => ended.At <= task.Due,
            { End: TaskEnd.Lapsed } => false,
            { } => ended.At > task.Due ? false : null,
            null => last > task.Due ? false : null,
        };
        return new ReportedDeadline(task.Id, kept, task.Escalations.Count);
    }

    private static List<ReportedPerson> LatePeople(CaseFile file) =>
        [
            .. file
                .Tasks.SelectMany(t => t.Escalations.SelectMany(e => e.Silent).Distinct())
                .GroupBy(p => p)
                .Select(g => new ReportedPerson(g.Key, file.NameOf(g.Key), g.Count()))
                .OrderByDescending(p => p.Missed)
                .ThenBy(p => p.Person.Value, StringComparer.Ordinal),
        ];
}

/// <param name="Kept">Null when it was not needed any more, or is still running.</param>
/// <param name="Escalations">Askings after the deadline.</param>
public sealed record ReportedDeadline(TaskId Task, bool? Kept, int Escalations);

/// <param name="Missed">Tasks whose deadline passed without an answer of this person.</param>
public sealed record ReportedPerson(PersonId Person, string Name, int Missed);
