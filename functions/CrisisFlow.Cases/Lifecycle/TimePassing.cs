using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>Does what is due, earliest first, until nothing is.</summary>
internal static class TimePassing
{
    /// <summary>
    /// More than any case can have due at once; a bound, so that a mistake here shows instead of spinning.
    /// </summary>
    private const int Most = 10_000;

    public static CaseDecision Decide(CaseCommand.PassTime command, CaseState.Open open)
    {
        var turn = new Turn(open, command.At);
        for (var i = 0; i < Most && turn.State is CaseState.Open now; i++)
        {
            if (Deadlines.Next(now) is not { } next || next > turn.At)
                break;
            DoOne(turn, now, next);
        }

        return turn.Decision();
    }

    private static void DoOne(Turn turn, CaseState.Open now, DateTimeOffset next)
    {
        if (now.File.Tasks.FirstOrDefault(t => t.NextAt == next) is { } task)
        {
            Escalating.Next(turn, task);
        }
        else if (Deadlines.Holding(now.File, now.Phase) == next)
        {
            HoldingStatement.Release(turn, null);
        }
        else if (now.Phase is PhaseState.Effect effect)
        {
            Measuring.Request(turn, effect);
        }
    }
}
