using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using Microsoft.AspNetCore.Http;

namespace CrisisFlow.Web.Sources;

/// <summary>Every source and how it is doing.</summary>
internal static class SourcesPage
{
    public static async Task<IResult> ShowAsync(Visitor visitor, SourceList list, CancellationToken cancellation)
    {
        var viewer = visitor.Viewer;
        var sources = await list.ReadAsync(cancellation);
        var cards =
            sources.Count == 0
                ? Layout.Nothing(viewer, "sources.none")
                : Html.Of($"""<div class="grid">{sources.Select(source => Card(viewer, source))}</div>""");
        var title = viewer.T["nav.sources"];
        return Layout.Page(viewer, title, Html.Of($"<h1>{title}</h1>{cards}"), current: viewer.Paths.Sources);
    }

    private static Html Card(Viewer viewer, SourceLine source)
    {
        var t = viewer.T;
        var edge = source.Status switch
        {
            SourceStatus.Failing => "red",
            SourceStatus.Quiet => "yellow",
            _ => "",
        };
        var colour = source.Status == SourceStatus.Well ? "good" : edge;
        var problem = source.Problem is { } wrong
            ? Html.Of($"""<p class="note bad">{Html.OutsideLines(wrong)}</p>""")
            : Html.Empty;
        return Html.Of(
            $"""
            <article class="card item {edge}"><h2>{Html.Outside(source.Name)}</h2>
            <p>{Tags.Word(t.Of(source.Status), colour)} {Tags.Word(t.Of(source.Category))}
            <span class="soft">{t["sources.mentions", source.Mentions]}</span></p>
            {(source.Url is null ? Html.Empty : Html.Of($"""<p class="soft">{Html.OutsideLink(source.Url)}</p>"""))}
            <dl class="facts">{(source.Pushed ? Pushed(viewer, source) : Polled(viewer, source))}</dl>
            {problem}</article>
            """
        );
    }

    private static Html Pushed(Viewer viewer, SourceLine source) =>
        Html.Of(
            $"""
            <dt>{viewer.T["sources.got"]}</dt><dd>{At(viewer, source.LastNew)}</dd>
            <dt>{viewer.T["sources.next"]}</dt><dd>{viewer.T["sources.pushed"]}</dd>
            """
        );

    private static Html Polled(Viewer viewer, SourceLine source) =>
        Html.Of(
            $"""
            <dt>{viewer.T["sources.last"]}</dt><dd>{At(viewer, source.LastRead)}</dd>
            <dt>{viewer.T["sources.new"]}</dt><dd>{At(viewer, source.LastNew)}</dd>
            <dt>{viewer.T["sources.next"]}</dt><dd>{At(viewer, source.Next)}</dd>
            """
        );

    private static Html At(Viewer viewer, DateTimeOffset? at) =>
        at is { } time ? viewer.Stamp(time) : Html.Own("<span class=\"soft\">–</span>");
}
