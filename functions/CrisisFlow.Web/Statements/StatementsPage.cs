using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Response.Channels.StatementPage;
using CrisisFlow.Settings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Statements;

/// <summary>What was published, for everybody: newest first.</summary>
internal static class StatementsPage
{
    public const int Most = 50;

    public static async Task<IResult> ShowAsync(
        Visitor visitor,
        StatementStore store,
        CrisisFlowSettings settings,
        CancellationToken cancellation
    )
    {
        var (viewer, title) = (visitor.Viewer, Title(visitor.Viewer, settings));
        var statements = await store.NewestAsync(Most, cancellation);
        var list =
            statements.Count == 0
                ? Layout.Nothing(viewer, "statements.none")
                : Html.Join(
                    statements.Select(one =>
                        Html.Of(
                            $"""
                            <article class="card item" lang="{CasePart.Lang(one.Language)}">
                            <h2><a href="{viewer.Paths.Statement(one.Slug)}">{one.Title}</a></h2>
                            <p class="soft">{viewer.Time(one.At)}</p></article>
                            """
                        )
                    )
                );
        return Public(
            viewer,
            settings,
            title,
            Html.Of(
                $"""
                <h1>{title}</h1>{list}
                <p><a href="{viewer.Paths.Feed}">{viewer.T["statements.feed"]}</a></p>
                """
            )
        );
    }

    /// <summary>A page for everybody, which names the feed.</summary>
    public static PageResult Public(Viewer viewer, CrisisFlowSettings settings, string title, Html main)
    {
        var feed = Html.Of(
            $"""
            <link rel="alternate" type="application/atom+xml" title="{Title(viewer, settings)}"
            href="{viewer.Paths.Feed}">
            """
        );
        return Layout.Page(
            viewer,
            title,
            main,
            current: viewer.Paths.Statements,
            head: feed,
            exposure: Exposure.Public
        );
    }

    public static string Title(Viewer viewer, CrisisFlowSettings settings) =>
        viewer.T["statements.title", settings.Brand.Name];
}
