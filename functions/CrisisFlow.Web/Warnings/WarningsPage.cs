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
        CrisisFlowSettings settings,
        CancellationToken cancellation
    )
    {
        var viewer = visitor.Viewer;
        var warnings = await newest.ReadAsync(Most, cancellation);
        var topics = settings.Topics.Select(topic =>
            Html.Of($"""<a href="{viewer.Paths.Topic(topic.Id)}">{topic.ShownName()}</a> """)
        );
        var list =
            warnings.Count == 0
                ? Layout.Nothing(viewer, "home.nowarnings")
                : Html.Join(warnings.Select(warning => WarningCards.Whole(viewer, warning)));
        var title = viewer.T["nav.warnings"];
        return Layout.Page(
            viewer,
            title,
            Html.Of($"<h1>{title}</h1><p>{viewer.T["warnings.topics"]} {topics}</p>{list}"),
            current: viewer.Paths.Warnings
        );
    }
}
