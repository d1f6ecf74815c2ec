using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// The one thing that goes out without an approval in the case: it was approved in advance and is switched on.
/// </summary>
internal static class HoldingStatement
{
    public static CaseDecision Decide(CaseCommand.ReleaseHolding command, CaseState.Open open)
    {
        var file = open.File;
        if (file.Holding is not null)
            return CaseDecision.Nothing;
        if (Permission.Director(file, command.By, "release the holding statement") is { } refused)
            return refused;
        if (!file.Playbook.Holding.Usable)
            return CaseDecision.Refuse(
                CaseRefusal.HoldingUnavailable,
                $"The holding statement of playbook '{file.Playbook.Id}' is switched off, not approved, empty or "
                    + "holds a placeholder."
            );
        if (!MayGoOut(open))
            return Permission.OtherPhase(open, "release the holding statement");
        var turn = new Turn(open, command.At);
        Release(turn, command.By);
        return turn.Decision();
    }

    /// <summary>Before a statement is approved.</summary>
    public static bool MayGoOut(CaseState.Open open) =>
        open.File is { Holding: null, Playbook.Holding.Usable: true }
        && open.Phase is PhaseState.Triage or PhaseState.Facts or PhaseState.Draft or PhaseState.Approval;

    /// <param name="by">Null = by its deadline or at the end of an escalation chain.</param>
    public static void Release(Turn turn, PersonId? by)
    {
        var plan = turn.File.Playbook.Holding;
        if (plan is not { ApprovedBy: { } approvedBy, ApprovedOn: { } approvedOn })
            return;
        turn.Add(new CaseEvent.HoldingReleased(turn.At, by, approvedBy, approvedOn, StatementHash.Of(plan.Texts)));
        if (turn.File.Holding is { } version)
            Publishing.Request(turn, version);
    }
}
