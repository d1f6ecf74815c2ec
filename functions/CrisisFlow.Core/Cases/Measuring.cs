using CrisisFlow.Core.Reviews;

namespace CrisisFlow.Core.Cases;

internal static class Measuring
{
    public static void Enter(Turn turn)
    {
        turn.Add(new CaseEvent.PhaseEntered(turn.At, CasePhase.Effect));
        Asking.Drop(turn, t => t.Kind == TaskKind.Fact);
        if (turn.Phase is PhaseState.Effect { Next: null }) Reviewing.Enter(turn);
    }

    public static void Request(Turn turn, PhaseState.Effect phase)
    {
        var published = turn.File.Publications
            .Where(p => p.Version == phase.Version)
            .Select(p => p.State)
            .OfType<PublicationState.Done>()
            .Select(d => d.At)
            .ToList();
        var since = published.Count > 0 ? published.Min() : phase.Since;
        turn.Add(new CaseEvent.MeasurementRequested(turn.At, turn.File.Measurements.Count + 1, since, turn.File.Playbook.Effect.Window));
    }

    public static CaseDecision Decide(CaseCommand.RecordMeasurement command, CaseState state) =>
        Answer(command.Number, command.At, state, turn =>
        {
            var (verdict, reason) = EffectJudge.Judge(command.Before, command.After, turn.File.Playbook.Effect);
            turn.Add(new CaseEvent.EffectMeasured(turn.At, command.Number, command.Before, command.After, verdict, reason));
            if (turn.Phase is PhaseState.Effect && command.After.Index >= turn.File.Playbook.Effect.FlareIndex)
                Flaring.Flare(turn, null, turn.File.Level, command.After.Index, reason);
        });

    public static CaseDecision Decide(CaseCommand.RecordMeasurementFailure command, CaseState state) =>
        Answer(command.Number, command.At, state, turn =>
            turn.Add(new CaseEvent.MeasurementFailed(turn.At, command.Number, command.Reason)));

    private static CaseDecision Answer(int number, DateTimeOffset at, CaseState state, Action<Turn> answer)
    {
        var turn = new Turn(state, at);
        if (turn.File.Measurements.FirstOrDefault(m => m.Number == number) is not { } measurement)
            return CaseDecision.Refuse(CaseRefusal.UnknownMeasurement, $"Case '{turn.File.Id}' asked for {turn.File.Measurements.Count} measurements and for none with number {number}.");
        if (measurement.State is not MeasurementState.Waiting) return CaseDecision.Nothing;
        answer(turn);
        if (turn.Phase is PhaseState.Effect { Next: null } effect && !Waits(turn.File, effect)) Reviewing.Enter(turn);
        return turn.Decision();
    }

    /// <summary>Whether a measurement of this phase is still to be answered.</summary>
    private static bool Waits(CaseFile file, PhaseState.Effect effect) =>
        file.Measurements.Any(m => m.State is MeasurementState.Waiting && m.RequestedAt >= effect.Since);
}
