using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;
using CrisisFlow.Presentation.Wording;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Web.Cases;

/// <summary>A case in a list.</summary>
internal static class CaseCard
{
    public static Html Show(Viewer viewer, CaseListing one)
    {
        var t = viewer.T;
        var state =
            one.Phase is { } phase ? Tags.Word(t.Of(phase))
            : one.Ending is { } ending ? Tags.Word(t.Of(ending), "good")
            : Html.Empty;
        var drill = one.IsDrill ? Tags.Word(t["case.drill"], "yellow") : Html.Empty;
        var next = one.NextDeadline is { } due ? Html.Of($" · {t["case.next"]} {viewer.Stamp(due)}") : Html.Empty;
        return Html.Of(
            $"""
            <article class="card item {(one.Ending is null ? Tags.Css(one.Level) : "")}">
            <h3><a href="{viewer.Paths.Case(one.Id.Value)}">{Html.Outside(one.Story)}</a></h3>
            <p>{Tags.Of(viewer, one.Level)} {state} {drill}</p>
            <p class="soft">{one.Topic} · {t["case.opened"]} {viewer.Stamp(one.OpenedAt)}{next}</p></article>
            """
        );
    }
}
