using CrisisFlow.Cases.Playbooks;

namespace CrisisFlow.Cases.Lifecycle;

internal static class PhaseFold
{
    /// <param name="file">With the event folded in.</param>
    public static PhaseState Evolve(PhaseState phase, CaseFile file, CaseEvent @event) =>
        (phase, @event) switch
        {
            (_, CaseEvent.PhaseEntered e) => Enter(phase, file, e),
            (PhaseState.Approval approval, CaseEvent.RoundOpened e) => approval with { Round = e.Round },
            (PhaseState.Effect effect, CaseEvent.MeasurementRequested) => effect with
            {
                Asked = effect.Asked + 1,
                Next = null,
            },
            (PhaseState.Effect effect, CaseEvent.EffectMeasured e) => effect with
            {
                Next = NextMeasurement(
                    effect,
                    file.Playbook.Effect,
                    e.At,
                    // What could not be read is not calm.
                    !e.After.Unread && e.After.Index <= file.Playbook.Effect.CalmIndex
                ),
            },
            (PhaseState.Effect effect, CaseEvent.MeasurementFailed e) => effect with
            {
                Next = NextMeasurement(effect, file.Playbook.Effect, e.At, isCalm: false),
            },
            _ => phase,
        };

    private static PhaseState Enter(PhaseState before, CaseFile file, CaseEvent.PhaseEntered e) =>
        e.Phase switch
        {
            CasePhase.Triage => new PhaseState.Triage(e.At),
            CasePhase.Facts => new PhaseState.Facts(e.At),
            CasePhase.Draft => new PhaseState.Draft(e.At),
            CasePhase.Approval => new PhaseState.Approval(e.At, file.Rounds.Count + 1),
            CasePhase.Execution => new PhaseState.Execution(e.At, file.ApprovedVersion ?? file.Versions.Count),
            CasePhase.Effect => new PhaseState.Effect(
                e.At,
                before is PhaseState.Execution execution ? execution.Version : null,
                0,
                file.Playbook.Effect.MeasureAt is [var first, ..] ? Deadlines.After(e.At, first) : null
            ),
            _ => new PhaseState.Review(e.At),
        };

    /// <summary>
    /// The planned times, then the last distance again while it is not calm, a bounded number of times; null = enough
    /// was measured.
    /// </summary>
    private static DateTimeOffset? NextMeasurement(
        PhaseState.Effect effect,
        EffectPlan plan,
        DateTimeOffset at,
        bool isCalm
    )
    {
        var times = plan.MeasureAt;
        if (effect.Asked < times.Count)
        {
            var planned = Deadlines.After(effect.Since, times[effect.Asked]);
            return planned > at ? planned : Deadlines.After(at, TimeSpan.FromMinutes(1));
        }

        if (isCalm || effect.Asked >= times.Count + plan.Repeat || times.Count == 0)
            return null;
        return Deadlines.After(at, times.Count > 1 ? times[^1] - times[^2] : times[^1]);
    }
}
