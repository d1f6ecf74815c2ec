using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation.Parts;

namespace CrisisFlow.Presentation.Mails;

/// <summary>
/// Material of a case's mail, so that a reader on a phone can decide without opening anything else.
/// </summary>
internal static class CaseMailParts
{
    private const int MostEvidence = 5;

    /// <summary>The version an approval task is about.</summary>
    public static StatementVersion? VersionOf(CaseFile file, CaseTask? task) =>
        task is null ? null
        : file.Rounds.FirstOrDefault(round => round.Stages.Any(stage => stage.Task == task.Id)) is { } round
            ? file.VersionOf(round.Version)
        : null;

    /// <summary>The event behind the mail in a sentence, and what a person wrote with it.</summary>
    public static IEnumerable<MailBlock> Happened(Viewer viewer, CaseMailOrder order, CaseTask? task)
    {
        var (t, file) = (viewer.T, order.File);
        if (order.Action.Kind == MailKind.ApprovalAsked && VersionOf(file, task) is { } version)
        {
            yield return new MailBlock.Say(
                t[
                    "mail.ApprovalAsked.what",
                    version.Author is { } author ? file.NameOf(author) : "",
                    version.Number,
                    version.Hash[..Math.Min(12, version.Hash.Length)]
                ]
            );
            yield break;
        }

        if (order.Action.Kind == MailKind.TriageAsked)
        {
            var held = file.Subject.Held;
            yield return new MailBlock.Say(
                t[
                    "mail.TriageAsked.what",
                    file.Subject.Topic,
                    viewer.Number(held?.Index ?? file.Subject.Index),
                    t.Of(file.Subject.Level),
                    viewer.Full(held?.At ?? file.OpenedAt)
                ]
            );
            if (held is not null)
                yield return new MailBlock.Say(SubjectPart.Night(viewer, held));
            yield break;
        }

        // The case did not come to another phase: what was measured is why.
        if (
            order.Action.Kind == MailKind.SetbackAsked
            && file.Measurements.LastOrDefault()?.State is MeasurementState.Done measured
        )
        {
            var (sentence, _, _) = Timeline.Tell(viewer, file, measured.AsEvent(file.Measurements[^1].Number));
            yield return new MailBlock.Say(t["mail.what", viewer.Full(measured.At), sentence]);
            yield break;
        }

        if (order.Cause.Event is CaseEvent.TaskAssigned && order.State is CaseState.Open open)
        {
            // The task itself follows further down; this is how it came about.
            if (file.Triage is { } triage)
                yield return new MailBlock.Say(
                    t["triage.decided", file.NameOf(triage.By), t.Of(triage.Verdict), viewer.Time(triage.At)]
                );
            yield return new MailBlock.Say(t["decided.now", t.Of(open.Phase.Name)]);
            foreach (var block in After(viewer, order))
                yield return block;
            yield break;
        }

        // The title already says that it is a reminder.
        if (order.Cause.Event is CaseEvent.TaskReminded)
            yield break;
        var (text, words, _) = Timeline.Tell(viewer, file, order.Cause.Event);
        if (text.Length > 0)
            yield return new MailBlock.Say(t["mail.what", viewer.Full(order.Cause.Event.At), text]);
        if (!string.IsNullOrWhiteSpace(words))
            yield return new MailBlock.Quote(words);
        foreach (var block in After(viewer, order))
            yield return block;
    }

    /// <summary>What the tasks rest on; of several tasks each thing once.</summary>
    public static IEnumerable<MailBlock> Material(Viewer viewer, CaseFile file, IReadOnlyList<CaseTask> asked)
    {
        if (
            asked is [{ Kind: not TaskKind.Triage } only]
            && CasePart.Local(viewer, only.Instructions) is { Length: > 0 } instructions
        )
        {
            yield return new MailBlock.Heading(CasePart.Local(viewer, only.Title));
            yield return new MailBlock.Say(instructions);
        }

        foreach (
            var version in asked
                .Where(task => task.Kind is TaskKind.Approval)
                .Select(task => VersionOf(file, task))
                .OfType<StatementVersion>()
                .Distinct()
        )
        foreach (var block in Statement(viewer, version))
            yield return block;
        if (asked.Any(task => task.Kind is TaskKind.Draft or TaskKind.Approval) && file.Facts.Count > 0)
        {
            yield return new MailBlock.Heading(viewer.T["facts.title"]);
            foreach (var fact in file.Facts)
                yield return new MailBlock.Quote(
                    CasePart.Question(viewer, file, fact) is { } question ? $"{question}\n{fact.Text}" : fact.Text
                );
        }

        foreach (var block in Subject(viewer, file))
            yield return block;
    }

    /// <summary>What a notification adds to its sentence.</summary>
    private static IEnumerable<MailBlock> After(Viewer viewer, CaseMailOrder order) =>
        order.Action.Kind switch
        {
            MailKind.StatementApproved
                when order.Cause.Event is CaseEvent.StatementApproved approved
                    && order.File.VersionOf(approved.Version) is { } version => Statement(viewer, version),
            MailKind.HoldingReleased when order.File.Holding is { } holding => Statement(viewer, holding),
            MailKind.EffectReport when order.Cause.Event is CaseEvent.EffectMeasured measured =>
            [
                Readings(viewer, order.File, measured),
            ],
            MailKind.Rejected
                when order.File.Rounds.LastOrDefault()?.Decisions.LastOrDefault(decision => !decision.IsApproval)
                    is { } rejection =>
            [
                new MailBlock.Say(viewer.T["mail.Rejected.what", order.File.NameOf(rejection.By)]),
                new MailBlock.Quote(rejection.Comment),
            ],
            MailKind.Published or MailKind.PublicationFailed => [Publications(viewer, order.File)],
            MailKind.FlaredUp => Subject(viewer, order.File),
            _ => [],
        };

    private static IEnumerable<MailBlock> Statement(Viewer viewer, StatementVersion version)
    {
        foreach (var text in version.Texts)
        {
            yield return new MailBlock.Heading(
                $"{CasePart.Channel(viewer, text.Channel)} · {viewer.T.Of(text.Language)}"
            );
            yield return new MailBlock.Quote(text.Title + "\n\n" + text.Body, CasePart.Lang(text.Language));
        }
    }

    private static IEnumerable<MailBlock> Subject(Viewer viewer, CaseFile file)
    {
        var (t, subject) = (viewer.T, file.Subject);
        yield return new MailBlock.Heading(t["evidence.title"]);
        yield return new MailBlock.Say(
            string.Join(t["list.separator"], subject.Reasons.Select(reason => SubjectPart.Reason(viewer, reason)))
                + t["sentence.end"]
        );
        yield return new MailBlock.Items([
            .. subject
                .Evidence.Take(MostEvidence)
                .Select(one =>
                    (one.Title, one.Url, (one.Source.Length > 0 ? one.Source + " · " : "") + viewer.Time(one.At))
                ),
        ]);
        yield return new MailBlock.Heading(t["sum.title"]);
        yield return Sum(viewer, subject.Index, SubjectPart.Rows(subject.Terms));
    }

    public static MailBlock Sum(Viewer viewer, double index, IEnumerable<SubjectPart.Row> rows) =>
        new MailBlock.Rows([
            .. rows.Select(row => (SubjectPart.Name(viewer, row.Indicator), viewer.Number(row.Points, "0.0"))),
            (viewer.T["sum.total"], viewer.Number(index, "0.0")),
        ]);

    private static MailBlock Publications(Viewer viewer, CaseFile file) =>
        new MailBlock.Items([
            .. file.Publications.Select(publication =>
                (
                    viewer.T[
                        "publication.where",
                        Timeline.Version(viewer, publication.Version),
                        CasePart.Channel(viewer, publication.Channel),
                        viewer.T.Of(publication.Language)
                    ],
                    (publication.State as PublicationState.Done)?.Receipt,
                    publication.State switch
                    {
                        PublicationState.Done done => $"{viewer.T["publication.done"]} · {viewer.Time(done.At)}",
                        PublicationState.Failed failed => $"{viewer.T["publication.failed"]} · {failed.Reason}",
                        _ => viewer.T["publication.waiting"],
                    }
                )
            ),
        ]);

    private static MailBlock Readings(Viewer viewer, CaseFile file, CaseEvent.EffectMeasured measured)
    {
        var t = viewer.T;
        var expected = ReportPart.Expected(file, measured.Before, measured.Course);
        return new MailBlock.Rows([
            (t["effect.before"], viewer.Number(measured.Before.NegativePerHour)),
            .. expected is { } usual ? [(t["effect.expected"], viewer.Number(usual))] : Array.Empty<(string, string)>(),
            (t["effect.after"], viewer.Number(measured.After.NegativePerHour)),
            (
                t["effect.share"],
                $"{viewer.Number(measured.Before.NegativeShare * 100, "0")} % → "
                    + $"{viewer.Number(measured.After.NegativeShare * 100, "0")} %"
            ),
            (t["effect.index"], viewer.Number(measured.After.Index)),
        ]);
    }
}
