using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.Presentation.Parts;

/// <summary>What happened in a case, one sentence an event, oldest first.</summary>
public static class Timeline
{
    public static Html Show(Viewer viewer, CaseFile file, IEnumerable<NumberedEvent> events) =>
        Html.Of(
            $"""
            <ol class="timeline">{events.Select(numbered => Line(viewer, file, numbered.Event)).Where(line =>
                !line.IsEmpty
            )}</ol>
            """
        );

    private static Html Line(Viewer viewer, CaseFile file, CaseEvent happened)
    {
        var (text, words, colour) = Tell(viewer, file, happened);
        if (text.Length == 0)
            return Html.Empty;
        var written = string.IsNullOrWhiteSpace(words)
            ? Html.Empty
            : Html.Of($"""<div class="soft">{Html.OutsideLines(words)}</div>""");
        return Html.Of($"""<li class="{colour}">{viewer.Stamp(happened.At)}{text}{written}</li>""");
    }

    /// <summary>
    /// Our sentence, what a person wrote, and the colour of the dot. An empty sentence is left out: another event tells
    /// it better.
    /// </summary>
    internal static (string Text, string? Words, string Colour) Tell(Viewer viewer, CaseFile file, CaseEvent happened)
    {
        var t = viewer.T;
        return happened switch
        {
            CaseEvent.Opened e => (
                t["event.opened", t.Of(e.Subject.Level), viewer.Number(e.Subject.Index)],
                null,
                "orange"
            ),
            CaseEvent.PhaseEntered e => (t["event.phase", t.Of(e.Phase)], null, "blue"),
            CaseEvent.TaskAssigned e => (
                t["event.task", CasePart.Local(viewer, e.Title), Names(e.People), viewer.Time(e.Due)],
                null,
                ""
            ),
            CaseEvent.TaskReminded e => (t["event.reminded", Title(e.Task), Names(e.People)], null, ""),
            CaseEvent.TaskEscalated e => (
                t["event.escalated", Title(e.Task), Names(e.Silent), Names(e.To)],
                null,
                "orange"
            ),
            CaseEvent.TaskRescheduled e => (t["event.rescheduled", Title(e.Task), viewer.Time(e.Due)], null, ""),
            CaseEvent.EscalationExhausted e => (t["event.exhausted", Title(e.Task), t.Of(e.Outcome)], null, "red"),
            CaseEvent.TaskEnded { End: TaskEnd.Done, By: { } by } e => (
                t["event.done", Title(e.Task), Name(by)],
                e.Comment,
                ""
            ),
            CaseEvent.TaskEnded e => (t["event.ended", Title(e.Task), t.Of(e.End)], e.Comment, ""),
            CaseEvent.TriageDecided e => (
                t["event.triage", Name(e.By), t.Of(e.Verdict), t.Of(e.Way)],
                e.Comment,
                "blue"
            ),
            CaseEvent.FactRecorded e => (t["event.fact", Name(e.By)], e.Text, ""),
            CaseEvent.StatementDrafted e => (t["event.drafted", Name(e.By), e.Version, Short(e.Hash)], null, "blue"),
            CaseEvent.RoundOpened e => (t["event.round", e.Round, e.Version], null, ""),
            CaseEvent.StageOpened e => (t["event.stage", e.Round, e.Stage + 1, Names(e.People), e.Needed], null, ""),
            CaseEvent.Approved e => (t["event.approved", Name(e.By), e.Round, Short(e.Hash)], e.Comment, "good"),
            CaseEvent.Rejected e => (t["event.rejected", Name(e.By), e.Round, Short(e.Hash)], e.Comment, "red"),
            CaseEvent.RoundClosed e => (t["event.round.closed", e.Round, t.Of(e.Outcome)], null, ""),
            CaseEvent.StatementApproved e => (t["event.statement.approved", e.Version, Short(e.Hash)], null, "good"),
            CaseEvent.HoldingReleased e => (
                e.By is { } by
                    ? t["event.holding.by", Name(by), e.ApprovedBy, Date(e.ApprovedOn)]
                    : t["event.holding", e.ApprovedBy, Date(e.ApprovedOn)],
                null,
                "good"
            ),
            CaseEvent.PublicationRequested e => (
                t[
                    "event.publishing",
                    Version(viewer, e.Version),
                    CasePart.Channel(viewer, e.Channel),
                    t.Of(e.Language)
                ],
                null,
                ""
            ),
            CaseEvent.Published e => (t["event.published", Where(e.Publication)], e.Receipt, "good"),
            CaseEvent.PublicationFailed e => (t["event.publication.failed", Where(e.Publication)], e.Reason, "red"),
            CaseEvent.MeasurementRequested => ("", null, ""),
            CaseEvent.EffectMeasured e => (
                t[
                    "event.measured",
                    e.Number,
                    t.Of(e.Verdict),
                    viewer.Number(e.Before.NegativePerHour),
                    viewer.Number(e.After.NegativePerHour),
                    viewer.Number(e.After.Index)
                ] + (e.Before.Unread || e.After.Unread ? (t.Language.IsCjk ? "" : " ") + t["effect.unread"] : ""),
                null,
                e.Verdict == EffectVerdict.Worse ? "red" : "blue"
            ),
            CaseEvent.MeasurementFailed e => (t["event.measurement.failed", e.Number], e.Reason, "orange"),
            CaseEvent.SetbackDecided e => (
                e.GoesBack
                    ? t["event.setback.back", Name(e.By), t.Of(Setbacks.Back(file))]
                    : t["event.setback.keep", Name(e.By)],
                e.Comment,
                "orange"
            ),
            CaseEvent.FlaredUp e => (
                t["event.flared", t.Of(e.Level), viewer.Number(e.Index), t.Of(e.To), Who(e.By)],
                SubjectPart.Reason(viewer, e.Reason),
                "red"
            ),
            CaseEvent.Regraded e => (
                t["event.regraded", t.Of(e.From), t.Of(e.To), Who(e.By)],
                SubjectPart.Reason(viewer, e.Reason),
                "orange"
            ),
            CaseEvent.HandedOver e => (t["event.handed", Name(e.By), Name(e.From), e.To.Name], e.Reason, ""),
            CaseEvent.NoteAdded e => (t["event.note", Name(e.By)], e.Text, ""),
            CaseEvent.ReviewWritten e => (t["event.review", Name(e.By)], e.Text, "blue"),
            CaseEvent.MailFailed e => (t["event.mail.failed", Name(e.To)], e.Reason, "red"),
            CaseEvent.Closed e => (t["event.closed", Name(e.By), t.Of(e.Ending)], e.Reason, "good"),
            CaseEvent.Stopped { By: { } by } e => (t["event.stopped.by", Name(by)], e.Reason, "red"),
            CaseEvent.Stopped e => (t["event.stopped"], e.Reason, "red"),
            _ => ("", null, ""),
        };

        string Name(PersonId id) => file.NameOf(id);
        string Names(IEnumerable<PersonId> people) => string.Join(t["list.separator"], people.Select(file.NameOf));
        string Who(PersonId? id) => id is { } person ? file.NameOf(person) : t["event.itself"];
        string Title(TaskId id) => file.TaskOf(id) is { } task ? CasePart.Local(viewer, task.Title) : id.Value;
        string Where(PublicationId id) =>
            file.Publications.FirstOrDefault(p => p.Id == id) is { } publication
                ? t[
                    "publication.where",
                    Version(viewer, publication.Version),
                    CasePart.Channel(viewer, publication.Channel),
                    t.Of(publication.Language)
                ]
                : id.Value;
    }

    public static string Version(Viewer viewer, int number) =>
        number == StatementVersion.Holding ? viewer.T["version.holding"] : viewer.T["version.number", number];

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    private static string Date(DateOnly date) =>
        date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
