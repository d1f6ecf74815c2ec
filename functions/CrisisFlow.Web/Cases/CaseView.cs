using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Charts;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Response.Engine;
using CrisisFlow.Web.Charts;

namespace CrisisFlow.Web.Cases;

/// <summary>
/// One case: its state, what is open, the charts, what happened. The team's page and links of mails show it.
/// </summary>
internal sealed class CaseView(TopicHours hours)
{
    private static readonly TimeSpan Before = TimeSpan.FromHours(24);

    /// <param name="problem">What was wrong with a form, above everything else.</param>
    /// <param name="forms">What the viewer may do; empty on the team's page, where nobody has a name.</param>
    public async Task<PageResult> ShowAsync(
        Viewer viewer,
        CaseRecord record,
        Html problem,
        Html forms,
        int status,
        CancellationToken cancellation
    )
    {
        var (file, t) = (record.File, viewer.T);
        var charts = await ChartsAsync(viewer, file, cancellation);
        return Layout.Page(
            viewer,
            file.Subject.Story,
            Html.Of(
                $"""
                {CasePart.Heading(viewer, record.State, file)}{problem}
                {CasePart.Steps(viewer, record.State)}{Ended(viewer, record)}{Elsewhere(viewer, file)}
                <section class="card"><h2>{t["tasks.title"]}</h2>{CasePart.OpenTasks(viewer, file)}</section>
                {forms}
                {charts}
                {SubjectPart.Card(viewer, file)}
                {CasePart.FactsCard(viewer, file)}
                {StatementVersions.Show(viewer, file)}
                {ReportPart.PublicationsCard(viewer, file)}{ReportPart.EffectsCard(viewer, file)}
                <section class="card"><h2>{t["timeline.title"]}</h2>{Timeline.Show(
                    viewer,
                    file,
                    record.Events
                )}</section>
                """
            ),
            status,
            viewer.Paths.Cases
        );
    }

    public async Task<Html> ChartsAsync(Viewer viewer, CaseFile file, CancellationToken cancellation)
    {
        var until =
            file.LastAt > viewer.Now ? file.LastAt
            : viewer.Now - file.LastAt > TimeSpan.FromDays(2) ? file.LastAt.AddDays(1)
            : viewer.Now;
        var points = await hours.ReadAsync(file.Subject.TopicId, file.OpenedAt - Before, until, cancellation);
        var marks = file
            .Publications.Where(publication => publication.State is PublicationState.Done)
            .Select(publication => new PlotMark(
                ((PublicationState.Done)publication.State).At,
                CasePart.Channel(viewer, publication.Channel)
            ))
            .ToList();
        return Html.Of(
            $"""
            <section class="card"><h2>{viewer.T["chart.volume"]}</h2>
            {CaseCharts.Volume(viewer, points, marks)}</section>
            <section class="card"><h2>{viewer.T["chart.index"]}</h2>
            {CaseCharts.Index(viewer, points, hours.Limits, marks)}</section>
            """
        );
    }

    public static Html Ended(Viewer viewer, CaseRecord record)
    {
        if (record.State is not CaseState.Closed { Ended: var ended })
            return Html.Empty;
        var by = ended.By is { } person ? record.File.NameOf(person) + " · " : "";
        var colour = ended.Ending is CaseEnding.Reviewed or CaseEnding.Nothing ? "good" : "warn";
        return Html.Of(
            $"""
            <p class="note {colour}"><strong>{viewer.T.Of(ended.Ending)}</strong> · {by}{viewer.Stamp(ended.At)}<br>
            {Html.OutsideLines(ended.Reason)}</p>
            """
        );
    }

    private static Html Elsewhere(Viewer viewer, CaseFile file) =>
        !viewer.Team
            ? Html.Empty
            : Html.Of(
                $"""
                <p><a href="{viewer.Paths.Report(file.Id.Value)}">{viewer.T["case.report"]}</a>
                · <a href="{viewer.Paths.TalkTrack(file.Id.Value)}">{viewer.T["case.talktrack"]}</a>
                · <a href="{viewer.Paths.Topic(file.Subject.TopicId)}">{viewer.T["case.topic"]}</a></p>
                """
            );
}
