using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Cases.Lifecycle;

internal static class RoundFold
{
    public static CaseFile Evolve(CaseFile file, CaseEvent @event) =>
        @event switch
        {
            CaseEvent.RoundOpened e => file with
            {
                Rounds = [.. file.Rounds, new ApprovalRound(e.Round, e.Version, e.Hash, e.At, [], null)],
            },
            CaseEvent.StageOpened e => Change(file, e.Round, r => r with { Stages = [.. r.Stages, Stage(file, e)] }),
            CaseEvent.Approved e => Decide(file, e.Round, e.Stage, new StageDecision(e.By, e.At, true, e.Comment)),
            CaseEvent.Rejected e => Decide(file, e.Round, e.Stage, new StageDecision(e.By, e.At, false, e.Comment)),
            CaseEvent.RoundClosed e => Change(
                file,
                e.Round,
                r => r with { Closed = new RoundClosing(e.At, e.Outcome) }
            ),
            _ => file,
        };

    private static ApprovalStage Stage(CaseFile file, CaseEvent.StageOpened e)
    {
        var stages = file.Playbook.Approval.Stages;
        var plan = e.Stage >= 0 && e.Stage < stages.Count ? stages[e.Stage] : null;
        return new ApprovalStage(e.Stage, plan?.Id ?? "", plan?.Title ?? LocalText.Empty, e.Task, e.Needed, e.At, []);
    }

    private static CaseFile Decide(CaseFile file, int round, int stage, StageDecision decision) =>
        Change(
            file,
            round,
            r =>
                r with
                {
                    Stages =
                    [
                        .. r.Stages.Select(s =>
                            s.Index == stage ? s with { Decisions = [.. s.Decisions, decision] } : s
                        ),
                    ],
                }
        );

    private static CaseFile Change(CaseFile file, int number, Func<ApprovalRound, ApprovalRound> change) =>
        file with
        {
            Rounds = [.. file.Rounds.Select(r => r.Number == number ? change(r) : r)],
        };
}
