using CrisisFlow.Cases;
using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Charts;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Response.Engine;
using CrisisFlow.Warnings;
using CrisisFlow.Web.Links;

namespace CrisisFlow.Web.Cases;

/// <summary>One case: where it stands, what is open, the charts, what happened; and its report.</summary>
internal sealed class CaseView(TopicChartData history)
{
    /// <param name="problem">What was wrong with a form, above everything else.</param>
    /// <param name="forms">What the viewer may do; empty on the team's page, where nobody has a name.</param>
    public async Task<SiteResponse> ShowAsync(Viewer viewer, CaseRecord record, Html problem, Html forms, int status, CancellationToken cancellation)
    {
        var (file, t) = (record.File, viewer.T);
        var team = viewer.Team
            ? Html.Of($"""<p><a href="{SitePaths.Report(file.Id.Value)}">{t["case.report"]}</a> · <a href="{SitePaths.TalkTrack(file.Id.Value)}">{t["case.talktrack"]}</a> · <a href="{SitePaths.Topic(file.Subject.TopicId)}">{t["case.topic"]}</a></p>""")
            : Html.Empty;
        var charts = await ChartsAsync(viewer, file, cancellation);
        var main = Html.Of($"""
            {CasePart.Heading(viewer, record.State, file)}{problem}
            {CasePart.Steps(viewer, record.State)}{Ended(viewer, record)}{team}
            <section class="card"><h2>{t["tasks.title"]}</h2>{CasePart.OpenTasks(viewer, file)}</section>
            {forms}
            {charts}
            {SubjectPart.Card(viewer, file)}
            {CasePart.FactsCard(viewer, file)}
            {DraftForm.Versions(viewer, file)}
            {ReportPart.PublicationsCard(viewer, file)}{ReportPart.EffectsCard(viewer, file)}
            <section class="card"><h2>{t["timeline.title"]}</h2>{Timeline.Show(viewer, file, record.Events)}</section>
            """);
        return Layout.Page(viewer, file.Subject.Story, main, status, SitePaths.Cases);
    }

    public async Task<SiteResponse> ReportAsync(Viewer viewer, CaseRecord record, CancellationToken cancellation)
    {
        var (file, t) = (record.File, viewer.T);
        var reviews = file.Reviews.Count == 0 ? Html.Of($"""<p class="soft">{t["report.noreview"]}</p>""")
            : Html.Join(file.Reviews.Select(note => Html.Of($"""<p>{Html.OutsideLines(note.Text)}<br><span class="soft">{file.NameOf(note.By)} · {viewer.Stamp(note.At)}</span></p>""")));
        var charts = await ChartsAsync(viewer, file, cancellation);
        var main = Html.Of($"""
            <p><a href="{SitePaths.Case(file.Id.Value)}">{t["case.back"]}</a></p>
            {CasePart.Heading(viewer, record.State, file, t["report.title"])}{Ended(viewer, record)}
            {SubjectPart.Card(viewer, file)}
            {ReportPart.Figures(viewer, record.State, file)}
            {charts}
            {CasePart.FactsCard(viewer, file)}
            {(file.Versions.LastOrDefault() is { } version ? Html.Of($"""<section class="card"><h2>{Timeline.Version(viewer, version.Number)} {CasePart.Hash(version.Hash)}</h2>{CasePart.Version(viewer, version)}</section>""") : Html.Empty)}
            {Html.Join(file.Rounds.Select(round => ApprovalForm.Decisions(viewer, file, round)))}
            <section class="card"><h2>{t["report.learned"]}</h2>{reviews}</section>
            <section class="card"><h2>{t["timeline.title"]}</h2>{Timeline.Show(viewer, file, record.Events)}</section>
            """);
        return Layout.Page(viewer, t["report.title"], main, 200, SitePaths.Cases);
    }

    private async Task<Html> ChartsAsync(Viewer viewer, CaseFile file, CancellationToken cancellation)
    {
        var from = file.OpenedAt - TimeSpan.FromHours(24);
        var until = file.LastAt > viewer.Now ? file.LastAt : viewer.Now - file.LastAt > TimeSpan.FromDays(2) ? file.LastAt.AddDays(1) : viewer.Now;
        var points = await history.HoursAsync(file.Subject.TopicId, from, until, cancellation);
        var marks = file.Publications.Where(publication => publication.State is PublicationState.Done)
            .Select(publication => new PlotMark(((PublicationState.Done)publication.State).At, CasePart.Channel(viewer, publication.Channel))).ToList();
        return Html.Of($"""
            <section class="card"><h2>{viewer.T["chart.volume"]}</h2>{CaseCharts.Volume(viewer, points, marks)}</section>
            <section class="card"><h2>{viewer.T["chart.index"]}</h2>{CaseCharts.Index(viewer, points, history.Limits, marks)}</section>
            """);
    }

    private static Html Ended(Viewer viewer, CaseRecord record) => record.State is not CaseState.Closed closed ? Html.Empty : Html.Of($"""
        <p class="note {(closed.Ended.Ending is CaseEnding.Reviewed or CaseEnding.Nothing ? "good" : "warn")}"><strong>{viewer.T.Of(closed.Ended.Ending)}</strong> · {(closed.Ended.By is { } by ? record.File.NameOf(by) + " · " : "")}{viewer.Stamp(closed.Ended.At)}<br>{Html.OutsideLines(closed.Ended.Reason)}</p>
        """);
}

/// <summary>What the charts are drawn from. Reads stored buckets and indices; empty where there are none.</summary>
/// <param name="Read">Hours of a topic, from inclusive to until exclusive.</param>
/// <param name="Limits">Threshold to enter of each level.</param>
public sealed record TopicChartData(
    Func<string, DateTimeOffset, DateTimeOffset, CancellationToken, Task<IReadOnlyList<HourPoint>>> Read,
    IReadOnlyDictionary<Level, double> Limits)
{
    public static readonly TopicChartData None = new((_, _, _, _) => Task.FromResult<IReadOnlyList<HourPoint>>([]), new Dictionary<Level, double>());

    internal Task<IReadOnlyList<HourPoint>> HoursAsync(string topic, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        Read(topic, from, until, cancellation);
}
