using CrisisFlow.Cases;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Response.Engine;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Cases;

/// <summary>The after-action report of a case.</summary>
internal static class CaseReportPage
{
    public static async Task<IResult> ShowAsync(
        string id,
        Visitor visitor,
        CaseJournal journal,
        CaseView view,
        CancellationToken cancellation
    )
    {
        var viewer = visitor.Viewer;
        if (await journal.ReadAsync(new CaseId(id), cancellation) is not { } record)
            return Layout.NotFound(viewer);
        var (file, t) = (record.File, viewer.T);
        var reviews =
            file.Reviews.Count == 0
                ? Layout.Nothing(viewer, "report.noreview")
                : Html.Join(
                    file.Reviews.Select(note =>
                        Html.Of(
                            $"""
                            <p>{Html.OutsideLines(note.Text)}<br>
                            <span class="soft">{file.NameOf(note.By)} · {viewer.Stamp(note.At)}</span></p>
                            """
                        )
                    )
                );
        var charts = await view.ChartsAsync(viewer, file, cancellation);
        var newest = file.Versions.LastOrDefault() is not { } version
            ? Html.Empty
            : Html.Of(
                $"""
                <section class="card"><h2>{Timeline.Version(viewer, version.Number)} {CasePart.Hash(version.Hash)}</h2>
                {CasePart.Version(viewer, version)}</section>
                """
            );
        return Layout.Page(
            viewer,
            t["report.title"],
            Html.Of(
                $"""
                <p><a href="{viewer.Paths.Case(file.Id.Value)}">{t["case.back"]}</a></p>
                {CasePart.Heading(viewer, record.State, file, t["report.title"])}{CaseView.Ended(viewer, record)}
                {SubjectPart.Card(viewer, file)}
                {ReportPart.Figures(viewer, record.State, file)}
                {charts}
                {CasePart.FactsCard(viewer, file)}
                {newest}
                {Html.Join(file.Rounds.Select(round => Decisions.Show(viewer, file, round)))}
                <section class="card"><h2>{t["report.learned"]}</h2>{reviews}</section>
                <section class="card"><h2>{t["timeline.title"]}</h2>{Timeline.Show(
                    viewer,
                    file,
                    record.Events
                )}</section>
                """
            ),
            current: viewer.Paths.Cases
        );
    }
}
