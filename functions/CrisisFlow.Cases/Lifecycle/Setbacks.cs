using CrisisFlow.Cases.Playbooks;
using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

/// <summary>
/// It got worse after a publication. Whether that means to go back is for a person to say: figures alone never take a
/// published statement back to the draft.
/// </summary>
public static class Setbacks
{
    /// <summary>Plan id of the task.</summary>
    internal const string Task = "setback";

    /// <summary>The open question; null when nobody is asked.</summary>
    public static CaseTask? Open(CaseFile file) => file.OpenTasks.FirstOrDefault(t => t.Kind == TaskKind.Setback);

    /// <summary>Where going back leads.</summary>
    public static CasePhase Back(CaseFile file) =>
        file.Playbook.Effect.FlareUpTo == FlareUpTo.Triage ? CasePhase.Triage : CasePhase.Draft;

    /// <summary>Asks, or drops the question when a later measurement answers it.</summary>
    internal static void Follow(Turn turn, EffectVerdict verdict, EffectReading after)
    {
        var effect = turn.File.Playbook.Effect;
        if (verdict == EffectVerdict.Worked || (!after.Unread && after.Index <= effect.CalmIndex))
        {
            Asking.Drop(turn, t => t.Kind == TaskKind.Setback);
        }
        else if (verdict == EffectVerdict.Worse && Open(turn.File) is null)
        {
            var triage = turn.File.Playbook.Triage.Task;
            Asking.Ask(
                turn,
                TaskKind.Setback,
                new TaskPlan(
                    Task,
                    LocalText.Each(language => language.Setback),
                    LocalText.Each(language => language.SetbackHelp),
                    triage.Role,
                    triage.Due,
                    Required: after.Index >= effect.FlareIndex
                )
            );
        }
    }

    internal static CaseDecision Decide(CaseCommand.DecideSetback command, CaseState.Open open)
    {
        var file = open.File;
        if (Open(file) is not { } task)
        {
            var last = file.Tasks.LastOrDefault(t => t.Kind == TaskKind.Setback);
            return last is { State: TaskState.Ended { End: TaskEnd.Done } ended } && ended.By == command.By
                    ? CaseDecision.Nothing
                : last is not null ? Executing.Ended(last)!
                : Permission.OtherPhase(open, "decide what a setback means");
        }

        var refused =
            Permission.Asked(file, command.By, task)
            ?? Permission.Length("comment", command.Comment, CaseLimits.Comment);
        if (refused is not null)
            return refused;
        var turn = new Turn(open, command.At);
        turn.Add(new CaseEvent.SetbackDecided(turn.At, command.By, command.GoesBack, command.Comment));
        turn.Add(new CaseEvent.TaskEnded(turn.At, task.Id, TaskEnd.Done, command.By));
        var measured = file.Measurements.Select(m => m.State).OfType<MeasurementState.Done>().LastOrDefault();
        if (command.GoesBack)
            Flaring.Flare(turn, command.By, file.Level, measured?.After.Index ?? 0, command.Comment);
        else
            Measuring.GoOnWhenMeasured(turn);
        return turn.Decision();
    }
}
