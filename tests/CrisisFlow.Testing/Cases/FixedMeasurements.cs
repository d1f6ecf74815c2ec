using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Response.Engine;

namespace CrisisFlow.Testing.Cases;

/// <summary>Measures the same before and after every publication.</summary>
public sealed class FixedMeasurements(FixedMeasurements.Talk before, FixedMeasurements.Talk after)
    : ICaseActionPerformer
{
    public Type Kind => typeof(CaseAction.Measure);

    public Task<ActionAnswer> PerformAsync(
        CaseRecord record,
        CaseAction action,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var measure = (CaseAction.Measure)action;
        return Task.FromResult<ActionAnswer>(
            new ActionAnswer.Performed(
                new CaseCommand.RecordMeasurement(
                    now,
                    measure.Number,
                    Reading(measure.Since, before),
                    Reading(measure.Until, after)
                ),
                ""
            )
        );

        EffectReading Reading(DateTimeOffset until, Talk talk) =>
            new(until - measure.Window, until, talk.Volume, talk.Negative, talk.Index);
    }

    /// <summary>What is said within one window.</summary>
    /// <param name="Index">Risk index, 0 to 100.</param>
    public sealed record Talk(long Volume, long Negative, double Index);
}
