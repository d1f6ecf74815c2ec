using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Parts;
using CrisisFlow.Response.Channels.StatementPage;
using CrisisFlow.Settings;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Statements;

/// <summary>One published statement, for everybody.</summary>
internal static class StatementPage
{
    public static async Task<IResult> ShowAsync(
        string slug,
        Visitor visitor,
        StatementStore store,
        CrisisFlowSettings settings,
        CancellationToken cancellation
    )
    {
        var viewer = visitor.Viewer;
        if (await store.FindAsync(slug, cancellation) is not { } one)
            return Layout.NotFound(viewer);
        return StatementsPage.Public(
            viewer,
            settings,
            one.Title,
            Html.Of(
                $"""
                <article lang="{CasePart.Lang(one.Language)}">
                <p class="soft">{settings.Brand.Name} · {viewer.Time(one.At)} ({viewer.ZoneName(one.At)})</p>
                <h1>{Html.OutsideLines(one.Title)}</h1>
                <section class="card"><p class="lead">{Html.OutsideLines(one.Body)}</p></section></article>
                <p><a href="{viewer.Paths.Statements}">{StatementsPage.Title(viewer, settings)}</a></p>
                """
            )
        );
    }
}
