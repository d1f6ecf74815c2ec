using CrisisFlow.Cases;
using CrisisFlow.Cases.Reviews;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Response.Learning;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Learning;

/// <summary>
/// Lessons from ended cases: proposed thresholds with the line to add, and each case's figures.
/// </summary>
internal static class LearningPage
{
    public static async Task<IResult> ShowAsync(Visitor visitor, LessonReader reader, CancellationToken cancellation) =>
        Show(visitor.Viewer, await reader.ReadAsync(cancellation));

    public static PageResult Show(Viewer viewer, Lessons lessons)
    {
        var t = viewer.T;
        var proposals =
            lessons.Proposals.Count == 0
                ? Layout.Nothing(viewer, "learning.proposals.none")
                : Html.Of($"""<ul class="plain">{lessons.Proposals.Select(one => Proposal(viewer, one))}</ul>""");
        var cases =
            lessons.Cases.Count == 0
                ? Layout.Nothing(viewer, "learning.cases.none")
                : Html.Join(lessons.Cases.Select(one => Case(viewer, one)));
        return Layout.Page(
            viewer,
            t["learning.title"],
            Html.Of(
                $"""
                <h1>{t["learning.title"]}</h1>
                <section class="card"><h2>{t["learning.proposals"]}</h2>
                <p class="soft">{t["learning.proposals.help", lessons.Judged, ThresholdProposals.LeastExamples]}</p>
                {proposals}</section>
                <h2>{t["learning.cases"]}</h2>
                {cases}
                """
            ),
            current: viewer.Paths.Learning
        );
    }

    private static Html Proposal(Viewer viewer, SettingProposal followed)
    {
        var (t, one) = (viewer.T, followed.Proposal);
        var level = t.Of(one.Level);
        var change = t["learning.change", viewer.Number(one.From), viewer.Number(one.To)];
        var figures =
            one.Reason == ProposalReason.TooManyFalse
                ? t["learning.figures.false", one.Counts.Mended, one.Counts.Of, level, one.Counts.Other]
                : t["learning.figures.late", one.Counts.Mended, level, one.Counts.Other];
        var conflicts =
            followed.Conflicts.Count == 0
                ? Html.Empty
                : Html.Of(
                    $"""<p class="note warn">{t["learning.conflicts"]} {string.Join(" ", followed.Conflicts)}</p>"""
                );
        return Html.Of(
            $"""
            <li><p>{Tags.Of(viewer, one.Level)} <strong>{change}</strong><br>{t.Of(one.Reason)} {figures}</p>
            <p class="soft">{t["learning.write"]}</p>
            <p><code class="lines">warnings:{"\n  " + followed.Line}</code></p>{conflicts}</li>
            """
        );
    }

    private static Html Case(Viewer viewer, LearnedCase learned)
    {
        var (t, one, report) = (viewer.T, learned.Case, learned.Report);
        EffectVerdict? verdict = report.Versions.LastOrDefault(version => version.Verdict is not null)?.Verdict;
        var colour = verdict switch
        {
            EffectVerdict.Worked => "good",
            EffectVerdict.Worse => "red",
            _ => "",
        };
        var words =
            report.Learned.Count == 0 ? Html.Empty : Html.Of($"""<p>{Html.OutsideLines(report.Learned[0])}</p>""");
        var ended = one.Ending is { } ending ? Tags.Word(t.Of(ending)) : Html.Empty;
        var drill = one.IsDrill ? Tags.Word(t["case.drill"], "yellow") : Html.Empty;
        return Html.Of(
            $"""
            <article class="card item">
            <h3><a href="{viewer.Paths.Report(one.Id.Value)}">{Html.Outside(one.Story)}</a></h3>
            <p>{Tags.Of(viewer, one.Level)} {ended} {drill}
            <span class="soft">{one.Topic} · {t["case.opened"]} {viewer.Time(one.OpenedAt)}</span></p>
            <dl class="facts">{After("report.triaged", report.ToTriage)}{After("report.approved", report.ToApproval)}
            {After("report.published", report.ToPublication)}
            <dt>{t["effect.verdict"]}</dt>
            <dd>{(verdict is { } told ? Tags.Word(t.Of(told), colour) : Html.Text(t["learning.unmeasured"]))}</dd>
            <dt>{t["report.deadlines"]}</dt>
            <dd>{t["report.deadlines.count", report.DeadlinesKept, report.DeadlinesMissed]}</dd></dl>{words}</article>
            """
        );

        Html After(string key, TimeSpan? after)
        {
            var when = after is { } length ? t["learning.after", viewer.Span(length)] : t["report.never"];
            return Html.Of($"""<dt>{t[key]}</dt><dd>{when}</dd>""");
        }
    }
}
