using CrisisFlow.Core.Mentions;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Polling.Health;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Settings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Warnings;

/// <summary>The newest warnings of all topics, each with its sum.</summary>
internal static class WarningsPage
{
    private const int Most = 100;

    public static async Task<IResult> ShowAsync(
        Visitor visitor,
        NewestWarnings newest,
        WarningSight unknown,
        SourceSight sight,
        CrisisFlowSettings settings,
        CancellationToken cancellation
    )
    {
        var viewer = visitor.Viewer;
        var warnings = await newest.ReadAsync(Most, cancellation);
        var missing = await unknown.UnknownAsync(
            [.. settings.Topics.Select(topic => new TopicId(topic.Id))],
            viewer.Now,
            cancellation
        );
        var unread = Unknown.OfSources(viewer, await sight.UnreadNowAsync(viewer.Now, cancellation: cancellation));
        var topics = settings.Topics.Select(topic =>
            Html.Of($"""<a href="{viewer.Paths.Topic(topic.Id)}">{topic.ShownName()}</a> """)
        );
        var list =
            warnings.Count == 0
                ? Layout.Nothing(viewer, "home.nowarnings")
                : Html.Join(
                    warnings.Select(warning =>
                        WarningCards.Whole(viewer, warning, missing.GetValueOrDefault(warning.Id, []))
                    )
                );
        var title = viewer.T["nav.warnings"];
        return Layout.Page(
            viewer,
            title,
            Html.Of($"<h1>{title}</h1><p>{viewer.T["warnings.topics"]} {topics}</p>{unread}{list}"),
            current: viewer.Paths.Warnings
        );
    }
}
