using CrisisFlow.Core.Deciding;
using CrisisFlow.Warnings;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Grading
{
    /// <summary>After a sharper level nobody is left less time than this.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    public static CaseDecision Decide(CaseCommand.Regrade command, CaseState.Open open)
    {
        if (command.By is { } by && Permission.Director(open.File, by, "re-grade a case") is { } refused)
            return refused;
        if (Permission.Length("reason", command.Reason, CaseLimits.Comment) is { } tooLong)
            return tooLong;
        if (command.Level == Level.None || command.Level == open.File.Level)
            return CaseDecision.Nothing;
        var turn = new Turn(open, command.At);
        Grade(turn, command.By, command.Level, command.Reason);
        return turn.Decision();
    }

    /// <summary>A more severe level shortens running deadlines; a lower one leaves them.</summary>
    public static void Grade(Turn turn, PersonId? by, Level level, string reason)
    {
        var before = turn.File.Playbook.Factors.Of(turn.File.Level);
        turn.Add(new CaseEvent.Regraded(turn.At, by, turn.File.Level, level, reason));
        var factor = turn.File.Playbook.Factors.Of(level) / before;
        if (!(factor is > 0 and < 1))
            return;
        foreach (var task in turn.File.OpenTasks.Where(t => t.State is TaskState.Asked or TaskState.Reminded).ToList())
        {
            var due = task.AssignedAt + ((task.Due - task.AssignedAt) * factor);
            if (due < turn.At + Grace)
                due = turn.At + Grace;
            if (due >= task.Due)
                continue;
            var remind = Deadlines.Reminder(turn.File.Playbook, turn.At, due);
            turn.Add(
                new CaseEvent.TaskRescheduled(
                    turn.At,
                    task.Id,
                    task.State is TaskState.Asked asked && asked.RemindAt < remind ? asked.RemindAt : remind,
                    due
                )
            );
        }
    }
}
