using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Presentation;
using CrisisFlow.Presentation.Markup;

namespace CrisisFlow.Web.Cases;

/// <summary>Who decided what and when in an approval round.</summary>
internal static class Decisions
{
    public static Html Show(Viewer viewer, CaseFile file, ApprovalRound round)
    {
        var decisions = round.Decisions.Select(decision => Html.Of($"""
            <li>{Tags.Word(viewer.T[decision.IsApproval ? "approval.approved" : "approval.rejected"], decision.IsApproval ? "good" : "red")}
            {file.NameOf(decision.By)} · {viewer.Stamp(decision.At)}<br>{Html.OutsideLines(decision.Comment)}</li>
            """)).ToList();
        return decisions.Count == 0 ? Html.Empty : Html.Of($"""
            <section class="card"><h2>{viewer.T["approval.decisions", round.Number]}</h2><ul class="plain">{decisions}</ul></section>
            """);
    }
}
