using CrisisFlow.Core.Deciding;

namespace CrisisFlow.Cases.Lifecycle;

internal static class Measuring
{
    public static void Enter(Turn turn)
    {
        turn.Add(new CaseEvent.PhaseEntered(turn.At, CasePhase.Effect));
        Asking.Drop(turn, t => t.Kind == TaskKind.Fact);
        if (turn.Phase is PhaseState.Effect { Next: null })
            Reviewing.Enter(turn);
    }

    public static void Request(Turn turn, PhaseState.Effect phase)
    {
        var published = turn
            .File.Publications.Where(p => p.Version == phase.Version)
            .Select(p => p.State)
            .OfType<PublicationState.Done>()
            .Select(d => d.At)
            .ToList();
        var since = published.Count > 0 ? published.Min() : phase.Since;
        turn.Add(
            new CaseEvent.MeasurementRequested(
                turn.At,
                turn.File.Measurements.Count + 1,
                since,
                turn.File.Playbook.Effect.Window
            )
        );
    }

    public static CaseDecision Decide(CaseCommand.RecordMeasurement command, CaseState state) =>
        Answer(
            command.Number,
            command.At,
            state,
            turn =>
            {
                var (before, after) = (InRange(command.Before), InRange(command.After));
                var (verdict, reason) = EffectJudge.Judge(
                    new EffectReadings(before, after) { Course = command.Course ?? EffectCourse.Unknown },
                    turn.File.Playbook.Effect
                );
                turn.Add(
                    new CaseEvent.EffectMeasured(turn.At, command.Number, before, after, verdict, reason)
                    {
                        Course = command.Course,
                    }
                );
                if (turn.Phase is PhaseState.Effect)
                    Setbacks.Follow(turn, verdict, after);
            }
        );

    public static CaseDecision Decide(CaseCommand.RecordMeasurementFailure command, CaseState state) =>
        Answer(
            command.Number,
            command.At,
            state,
            turn => turn.Add(new CaseEvent.MeasurementFailed(turn.At, command.Number, command.Reason))
        );

    private static CaseDecision Answer(int number, DateTimeOffset at, CaseState state, Action<Turn> answer)
    {
        var turn = new Turn(state, at);
        if (turn.File.Measurements.FirstOrDefault(m => m.Number == number) is not { } measurement)
            return CaseDecision.Refuse(
                CaseRefusal.UnknownMeasurement,
                $"Case '{turn.File.Id}' requested {turn.File.Measurements.Count} measurements and none with "
                    + $"number {number}."
            );
        if (measurement.State is not MeasurementState.Waiting)
            return CaseDecision.Nothing;
        answer(turn);
        GoOnWhenMeasured(turn);
        return turn.Decision();
    }

    /// <summary>The review follows once everything was measured and nobody is asked what to do about it.</summary>
    public static void GoOnWhenMeasured(Turn turn)
    {
        if (turn.Phase is PhaseState.Effect { Next: null } effect && !Waits(turn.File, effect))
            Reviewing.Enter(turn);
    }

    private static EffectReading InRange(EffectReading reading) =>
        reading with
        {
            Index = double.IsNaN(reading.Index) ? 0 : Math.Clamp(reading.Index, 0, 100),
        };

    /// <summary>Whether a measurement of this phase, or what to do about one, is still to be answered.</summary>
    private static bool Waits(CaseFile file, PhaseState.Effect effect) =>
        Setbacks.Open(file) is not null
        || file.Measurements.Any(m => m.State is MeasurementState.Waiting && m.RequestedAt >= effect.Since);
}
