using CrisisFlow.Core.Deciding;
using CrisisFlow.Warnings;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Flaring
{
    /// <summary>Only what had calmed down can flare up; while people are still at work it is no news.</summary>
    public static CaseDecision Decide(CaseCommand.FlareUp command, CaseState.Open open)
    {
        if (command.By is { } by && Permission.Director(open.File, by, "flare a case up") is { } refused)
            return refused;
        if (Permission.Length("reason", command.Reason, CaseLimits.Comment) is { } tooLong)
            return tooLong;
        if (open.Phase is not (PhaseState.Effect or PhaseState.Review))
            return CaseDecision.Nothing;
        var turn = new Turn(open, command.At);
        Flare(turn, command.By, command.Level, command.Index, command.Reason);
        return turn.Decision();
    }

    public static void Flare(Turn turn, PersonId? by, Level level, double index, string reason)
    {
        var to = Setbacks.Back(turn.File);
        turn.Add(new CaseEvent.FlaredUp(turn.At, by, level, index, reason, to));
        if (level > turn.File.Level)
            Grading.Grade(turn, by, level, reason);
        Asking.Drop(turn, _ => true);
        if (to == CasePhase.Triage)
        {
            Triaging.Enter(turn);
        }
        else
        {
            Drafting.Enter(turn);
        }
    }
}
