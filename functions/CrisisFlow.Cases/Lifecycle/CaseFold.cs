using CrisisFlow.Warnings;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// Folds events into state. An event that does not fit changes nothing but the count: a journal is read, never judged.
/// </summary>
internal static class CaseFold
{
    public static CaseState Evolve(CaseState state, CaseEvent @event)
    {
        if (@event is CaseEvent.Opened opened && state is CaseState.None)
            return Open(opened);
        if (state.FileOrNull is not { } before)
            return state;
        var file = before with { Events = before.Events + 1, LastAt = @event.At };
        file = TaskFold.Evolve(file, @event);
        file = RoundFold.Evolve(file, @event);
        file = Remember(file, @event);
        return (state, @event) switch
        {
            (CaseState.Open, CaseEvent.Closed closed) => new CaseState.Closed(
                file,
                new CaseEnd(closed.Ending, closed.At, closed.By, closed.Reason)
            ),
            (CaseState.Open, CaseEvent.Stopped stopped) => new CaseState.Closed(
                file,
                new CaseEnd(stopped.Ending, stopped.At, stopped.By, stopped.Reason)
            ),
            (CaseState.Open open, _) => new CaseState.Open(file, PhaseFold.Evolve(open.Phase, file, @event)),
            (CaseState.Closed closed, _) => closed with { File = file },
            _ => state,
        };
    }

    private static CaseState.Open Open(CaseEvent.Opened opened) =>
        new(
            new CaseFile
            {
                Id = opened.Case,
                Subject = opened.Subject,
                Playbook = opened.Playbook,
                Roster = opened.Roster,
                IsDrill = opened.IsDrill,
                OpenedAt = opened.At,
                LastAt = opened.At,
                Events = 1,
                Level = opened.Subject.Level,
            },
            new PhaseState.Triage(opened.At)
        );

    private static CaseFile Remember(CaseFile file, CaseEvent @event) =>
        @event switch
        {
            CaseEvent.TriageDecided e => file with { Triage = new Triaged(e.By, e.At, e.Verdict, e.Way, e.Comment) },
            CaseEvent.FactRecorded e => file with { Facts = [.. file.Facts, new Fact(e.By, e.At, e.Task, e.Text)] },
            CaseEvent.StatementDrafted e => file with
            {
                Versions = [.. file.Versions, new StatementVersion(e.Version, e.Hash, e.By, e.At, e.Texts)],
            },
            CaseEvent.StatementApproved e => file with { ApprovedVersion = e.Version },
            CaseEvent.HoldingReleased e => file with
            {
                Holding = new StatementVersion(
                    StatementVersion.Holding,
                    e.Hash,
                    null,
                    e.At,
                    file.Playbook.Holding.Texts
                ),
            },
            CaseEvent.PublicationRequested e => file with
            {
                Publications =
                [
                    .. file.Publications,
                    new Publication(
                        e.Publication,
                        e.Version,
                        e.Hash,
                        e.Channel,
                        e.Language,
                        e.At,
                        new PublicationState.Waiting()
                    ),
                ],
            },
            CaseEvent.Published e => Publication(file, e.Publication, new PublicationState.Done(e.At, e.Receipt)),
            CaseEvent.PublicationFailed e => Publication(
                file,
                e.Publication,
                new PublicationState.Failed(e.At, e.Reason)
            ),
            CaseEvent.MeasurementRequested e => file with
            {
                Measurements =
                [
                    .. file.Measurements,
                    new Measurement(e.Number, e.At, e.Since, e.Window, new MeasurementState.Waiting()),
                ],
            },
            CaseEvent.EffectMeasured e => Measurement(
                file,
                e.Number,
                new MeasurementState.Done(e.At, e.Before, e.After, e.Verdict, e.Reason) { Course = e.Course }
            ),
            CaseEvent.MeasurementFailed e => Measurement(file, e.Number, new MeasurementState.Failed(e.At, e.Reason)),
            CaseEvent.FlaredUp => file with { FlareUps = file.FlareUps + 1, ApprovedVersion = null },
            CaseEvent.Regraded e => file with { Level = e.To == Level.None ? file.Level : e.To },
            CaseEvent.HandedOver e => file with { Roster = RosterFold.HandOver(file.Roster, e) },
            CaseEvent.NoteAdded e => file with { Notes = [.. file.Notes, new Note(e.By, e.At, e.Text)] },
            CaseEvent.ReviewWritten e => file with { Reviews = [new Note(e.By, e.At, e.Text), .. file.Reviews] },
            CaseEvent.MailFailed e => file with { FailedMails = [.. file.FailedMails, e.Mail] },
            _ => file,
        };

    private static CaseFile Publication(CaseFile file, PublicationId id, PublicationState state) =>
        file with
        {
            Publications = [.. file.Publications.Select(p => p.Id == id ? p with { State = state } : p)],
        };

    private static CaseFile Measurement(CaseFile file, int number, MeasurementState state) =>
        file with
        {
            Measurements = [.. file.Measurements.Select(m => m.Number == number ? m with { State = state } : m)],
        };
}
