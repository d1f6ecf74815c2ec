using CrisisFlow.Core.Cases;
using CrisisFlow.Runtime.Pages.Markup;

namespace CrisisFlow.Runtime.Pages.Parts;

/// <summary>The figures of a case: how long each step took, what was published, what it did.</summary>
internal static class ReportPart
{
    public static Html Figures(Viewer viewer, CaseFile file) => Html.Of($"""
        <section class="card"><h2>{viewer.T["report.times"]}</h2>{Times(viewer, file)}</section>
        """) + PublicationsCard(viewer, file) + EffectsCard(viewer, file);

    public static Html PublicationsCard(Viewer viewer, CaseFile file) => Html.Of($"""
        <section class="card"><h2>{viewer.T["publications.title"]}</h2>{Publications(viewer, file)}</section>
        """);

    public static Html EffectsCard(Viewer viewer, CaseFile file) => Html.Of($"""
        <section class="card"><h2>{viewer.T["effect.title"]}</h2>{Effects(viewer, file)}</section>
        """);

    private static Html Times(Viewer viewer, CaseFile file)
    {
        var t = viewer.T;
        var published = file.Publications.Select(p => p.State).OfType<PublicationState.Done>().Select(done => (DateTimeOffset?)done.At).Min();
        (string Key, DateTimeOffset? At)[] steps =
        [
            ("report.triaged", file.Triage?.At),
            ("report.drafted", file.Versions.FirstOrDefault()?.At),
            ("report.approved", file.Rounds.FirstOrDefault(round => round.Closed?.Outcome == RoundOutcome.Approved)?.Closed?.At),
            ("report.published", published),
        ];
        var lines = steps.Select(step => Html.Of($"""<dt>{t[step.Key]}</dt><dd>{(step.At is { } at ? t["report.after", viewer.Span(at - file.OpenedAt), viewer.Time(at)] : t["report.never"])}</dd>"""));
        var late = file.Tasks.Count(task => task.Escalations.Count > 0);
        return Html.Of($"""
            <dl class="facts"><dt>{t["report.opened"]}</dt><dd>{viewer.Time(file.OpenedAt)}</dd>{lines}
            <dt>{t["report.rounds"]}</dt><dd>{t["report.rounds.count", file.Rounds.Count, file.Rounds.Count(round => round.Closed?.Outcome == RoundOutcome.Rejected)]}</dd>
            <dt>{t["report.tasks"]}</dt><dd>{t["report.tasks.count", file.Tasks.Count, file.Tasks.Count(task => task.RemindedAt is not null), late]}</dd>
            <dt>{t["report.flares"]}</dt><dd>{file.FlareUps}</dd></dl>
            """);
    }

    private static Html Publications(Viewer viewer, CaseFile file) => file.Publications.Count == 0
        ? Html.Of($"""<p class="soft">{viewer.T["publications.none"]}</p>""")
        : Html.Of($"""<ul class="plain">{file.Publications.Select(publication => Html.Of($"""<li>{Timeline.Version(viewer, publication.Version)} {CasePart.Hash(publication.Hash)} · {CasePart.Channel(viewer, publication.Channel)} · {viewer.T.Of(publication.Language)}<br>{State(viewer, publication.State)}</li>"""))}</ul>""");

    private static Html State(Viewer viewer, PublicationState state) => state switch
    {
        PublicationState.Done done => Html.Of($"""{Tags.Word(viewer.T["publication.done"], "good")} {viewer.Stamp(done.At)} <span class="soft">{viewer.T["publication.receipt"]} {Html.OutsideLink(done.Receipt)}</span>"""),
        PublicationState.Failed failed => Html.Of($"""{Tags.Word(viewer.T["publication.failed"], "red")} {viewer.Stamp(failed.At)} {Html.Outside(failed.Reason)}"""),
        _ => Tags.Word(viewer.T["publication.waiting"]),
    };

    private static Html Effects(Viewer viewer, CaseFile file)
    {
        var t = viewer.T;
        var done = file.Measurements.Select(m => (m.Number, m.State as MeasurementState.Done)).Where(m => m.Item2 is not null).ToList();
        if (done.Count == 0) return Html.Of($"""<p class="soft">{t["effect.none"]}</p>""");
        var rows = done.Select(m => Html.Of($"""
            <tr><td>{viewer.Time(m.Item2!.At)}</td><td class="n">{viewer.Number(m.Item2.Before.NegativePerHour)}</td><td class="n">{viewer.Number(m.Item2.After.NegativePerHour)}</td><td class="n">{viewer.Number(m.Item2.Before.NegativeShare * 100, "0")} % → {viewer.Number(m.Item2.After.NegativeShare * 100, "0")} %</td><td class="n">{viewer.Number(m.Item2.After.Index)}</td><td>{t.Of(m.Item2.Verdict)}</td></tr>
            """));
        return Html.Of($"""
            <div class="scroll"><table><thead><tr><th>{t["effect.at"]}</th><th class="n">{t["effect.before"]}</th><th class="n">{t["effect.after"]}</th><th class="n">{t["effect.share"]}</th><th class="n">{t["effect.index"]}</th><th>{t["effect.verdict"]}</th></tr></thead><tbody>{rows}</tbody></table></div>
            """);
    }
}
