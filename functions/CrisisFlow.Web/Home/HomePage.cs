using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using CrisisFlow.Web.Cases;
using CrisisFlow.Web.Sources;
using CrisisFlow.Web.Warnings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Home;

/// <summary>The team's start page: open cases, active warnings, sources that are ill.</summary>
internal static class HomePage
{
    private const int Most = 50;

    public static async Task<IResult> ShowAsync(
        Visitor visitor,
        CaseJournal journal,
        NewestWarnings newest,
        SourceList list,
        WarningSight unknown,
        SourceSight sight,
        CrisisFlowSettings settings,
        CancellationToken cancellation
    )
    {
        var (viewer, t, paths) = (visitor.Viewer, visitor.Viewer.T, visitor.Viewer.Paths);
        var cases = await journal
            .ListAsync(Most, cancellation)
            .Where(one => one.Ending is null)
            .ToListAsync(cancellation);
        var warnings = (await newest.ReadAsync(Most, cancellation)).Where(warning => warning.Cleared is null).ToList();
        var sources = await list.ReadAsync(cancellation);
        var ill = sources.Count(source =>
            source.Status is SourceStatus.Failing or SourceStatus.Quiet or SourceStatus.Off
        );
        var missing = await unknown.UnknownAsync(
            [.. settings.Topics.Select(topic => new TopicId(topic.Id))],
            viewer.Now,
            cancellation
        );
        var unread = await sight.UnreadNowAsync(viewer.Now, cancellation: cancellation);
        var worst =
            warnings.Count > 0 ? Tags.Css(warnings.Max(warning => warning.Level))
            : unread.Count > 0 ? ""
            : "good";
        var outbox = viewer.Outbox
            ? Html.Of($"""<p class="note">{t["home.outbox"]} <a href="{paths.Outbox}">{t["nav.outbox"]}</a></p>""")
            : Html.Empty;
        return Layout.Page(
            viewer,
            settings.Brand.Name,
            Html.Of(
                $"""
                <h1>{settings.Brand.Name}</h1>
                <div class="grid">
                {Count(paths.Cases, t["home.cases"], cases.Count, cases.Count > 0 ? "orange" : "good")}
                {Count(paths.Warnings, t["home.warnings"], warnings.Count, worst)}
                {Count(paths.Sources, t["home.sources", sources.Count], ill, ill > 0 ? "red" : "good")}
                </div>
                {outbox}
                <h2>{t["home.cases"]}</h2>{List(
                    viewer,
                    "home.nocases",
                    cases.Select(one => CaseCard.Show(viewer, one))
                )}
                <h2>{t["home.warnings"]}</h2>{Unknown.OfSources(viewer, unread)}
                {List(
                    viewer,
                    "home.nowarnings",
                    warnings.Select(one =>
                        WarningCards.Summary(viewer, one, missing.GetValueOrDefault(one.Id, []))
                    )
                )}
                """
            ),
            current: paths.Home
        );
    }

    private static Html List(Viewer viewer, string nothing, IEnumerable<Html> cards) =>
        Html.Join(cards) is { IsEmpty: false } list ? list : Layout.Nothing(viewer, nothing);

    private static Html Count(string path, string label, int count, string colour) =>
        Html.Of($"""<a class="card count {colour}" href="{path}"><strong>{count}</strong> {label}</a>""");
}
