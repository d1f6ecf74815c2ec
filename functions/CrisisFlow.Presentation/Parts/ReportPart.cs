using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Cases.Reviews;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;

namespace CrisisFlow.Presentation.Parts;

/// <summary>The figures of a case: how long each step took, what was published, what it did.</summary>
public static class ReportPart
{
    public static Html Figures(Viewer viewer, CaseState state, CaseFile file) =>
        AfterActionReport.Of(state) is not { } report
            ? Html.Empty
            : Html.Of(
                $"""
                <section class="card"><h2>{viewer.T["report.times"]}</h2>{Times(viewer, file, report)}</section>
                """
            )
                + PublicationsCard(viewer, file)
                + EffectsCard(viewer, file);

    public static Html PublicationsCard(Viewer viewer, CaseFile file) =>
        Html.Of(
            $"""
            <section class="card"><h2>{viewer.T["publications.title"]}</h2>{Publications(viewer, file)}</section>
            """
        );

    public static Html EffectsCard(Viewer viewer, CaseFile file) =>
        Html.Of(
            $"""
            <section class="card"><h2>{viewer.T["effect.title"]}</h2>{Effects(viewer, file)}</section>
            """
        );

    private static Html Times(Viewer viewer, CaseFile file, AfterActionReport report)
    {
        var t = viewer.T;
        (string Key, TimeSpan? After)[] steps =
        [
            ("report.triaged", report.ToTriage),
            ("report.drafted", report.ToDraft),
            ("report.approved", report.ToApproval),
            ("report.published", report.ToPublication),
        ];
        var lines = steps.Select(step => Html.Of($"<dt>{t[step.Key]}</dt><dd>{When(step.After)}</dd>"));
        var late =
            report.Late.Count == 0
                ? Html.Empty
                : Html.Of(
                    $"""<dt>{t["report.late"]}</dt>"""
                        + $"""<dd>{string.Join(t["list.separator"], report.Late.Select(Missed))}</dd>"""
                );
        return Html.Of(
            $"""
            <dl class="facts"><dt>{t["report.opened"]}</dt><dd>{viewer.Time(report.OpenedAt)}</dd>{lines}
            <dt>{t["report.rounds"]}</dt><dd>{t["report.rounds.count", file.Rounds.Count, report.Rejections]}</dd>
            <dt>{t["report.tasks"]}</dt><dd>{t[
                "report.tasks.count",
                report.Deadlines.Count,
                file.Tasks.Count(task => task.RemindedAt is not null),
                report.Deadlines.Count(deadline => deadline.Escalations > 0)
            ]}</dd>
            <dt>{t["report.deadlines"]}</dt><dd>{t[
                "report.deadlines.count",
                report.DeadlinesKept,
                report.DeadlinesMissed
            ]}</dd>{late}
            <dt>{t["report.flares"]}</dt><dd>{report.FlareUps}</dd></dl>
            """
        );

        string When(TimeSpan? after) =>
            after is { } span
                ? t["report.after", viewer.Span(span), viewer.Time(report.OpenedAt + span)]
                : t["report.never"];
        string Missed(ReportedPerson person) => t["report.late.count", person.Name, person.Missed];
    }

    private static Html Publications(Viewer viewer, CaseFile file) =>
        file.Publications.Count == 0
            ? Html.Of($"""<p class="soft">{viewer.T["publications.none"]}</p>""")
            : Html.Of(
                $"""<ul class="plain">{file.Publications.Select(publication => Line(viewer, publication))}</ul>"""
            );

    private static Html Line(Viewer viewer, Publication publication) =>
        Html.Of(
            $"""<li>{Timeline.Version(viewer, publication.Version)} {CasePart.Hash(publication.Hash)} · """
                + $"""{CasePart.Channel(viewer, publication.Channel)} · {viewer.T.Of(publication.Language)}<br>"""
                + $"""{State(viewer, publication.State)}</li>"""
        );

    private static Html State(Viewer viewer, PublicationState state) =>
        state switch
        {
            PublicationState.Done done => Html.Of(
                $"""{Tags.Word(viewer.T["publication.done"], "good")} {viewer.Stamp(done.At)} """
                    + $"""<span class="soft">{viewer.T["publication.receipt"]} """
                    + $"""{Html.OutsideLink(done.Receipt)}</span>"""
            ),
            PublicationState.Failed failed => Html.Of(
                $"""{Tags.Word(viewer.T["publication.failed"], "red")} {viewer.Stamp(failed.At)} """
                    + $"""{Html.Outside(failed.Reason)}"""
            ),
            _ => Tags.Word(viewer.T["publication.waiting"]),
        };

    private static Html Effects(Viewer viewer, CaseFile file)
    {
        var t = viewer.T;
        var done = file.Measurements.Select(measurement => measurement.State).OfType<MeasurementState.Done>().ToList();
        if (done.Count == 0)
            return Html.Of($"""<p class="soft">{t["effect.none"]}</p>""");
        return Html.Of($"""<ul class="plain">{done.Select(effect => Effect(viewer, file, effect))}</ul>""");
    }

    /// <summary>Negative mentions per hour to be expected after; null where the topic has no past to say so.</summary>
    internal static double? Expected(CaseFile file, EffectReading before, EffectCourse? course) =>
        course is not null && EffectJudge.UsualFactor(course, file.Playbook.Effect) is { } factor
            ? before.NegativePerHour * factor
            : null;

    private static Html Effect(Viewer viewer, CaseFile file, MeasurementState.Done effect)
    {
        var (t, before, after) = (viewer.T, effect.Before, effect.After);
        var colour = effect.Verdict switch
        {
            EffectVerdict.Worked => "good",
            EffectVerdict.Worse => "red",
            _ => "",
        };
        var perHour = $"{viewer.Number(before.NegativePerHour)} → {viewer.Number(after.NegativePerHour)}";
        var share = $"{Percent(before.NegativeShare)} → {Percent(after.NegativeShare)}";
        var expected = Expected(file, before, effect.Course) is { } usual
            ? Html.Of($"""<dt>{t["effect.expected"]}</dt><dd>{viewer.Number(usual)}</dd>""")
            : Html.Empty;
        var unread =
            before.Unread || after.Unread ? Html.Of($"""<p class="soft">{t["effect.unread"]}</p>""") : Html.Empty;
        return Html.Of(
            $"""
            <li><p>{Tags.Word(t.Of(effect.Verdict), colour)} {viewer.Stamp(effect.At)}</p>{unread}
            <dl class="facts"><dt>{t["effect.perhour"]}</dt><dd>{perHour}</dd>{expected}
            <dt>{t["effect.share"]}</dt><dd>{share}</dd>
            <dt>{t["effect.index"]}</dt><dd>{viewer.Number(after.Index)}</dd></dl></li>
            """
        );

        string Percent(double value) => viewer.Number(value * 100, "0") + " %";
    }
}
