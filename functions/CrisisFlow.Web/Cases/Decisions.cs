using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;

namespace CrisisFlow.Web.Cases;

/// <summary>Who decided what and when in an approval round.</summary>
internal static class Decisions
{
    public static Html Show(Viewer viewer, CaseFile file, ApprovalRound round)
    {
        var t = viewer.T;
        var (approved, rejected) = (
            Tags.Word(t["approval.approved"], "good"),
            Tags.Word(t["approval.rejected"], "red")
        );
        var decisions = round
            .Decisions.Select(decision =>
                Html.Of(
                    $"""
                    <li>{(decision.IsApproval ? approved : rejected)} {file.NameOf(decision.By)} ·
                    {viewer.Stamp(decision.At)}<br>
                    {Html.OutsideLines(decision.Comment)}</li>
                    """
                )
            )
            .ToList();
        return decisions.Count == 0
            ? Html.Empty
            : Html.Of(
                $"""
                <section class="card"><h2>{t["approval.decisions", round.Number]}</h2>
                <ul class="plain">{decisions}</ul></section>
                """
            );
    }
}
