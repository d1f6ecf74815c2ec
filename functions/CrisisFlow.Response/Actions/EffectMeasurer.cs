using CrisisFlow.Cases.Lifecycle;
using CrisisFlow.Monitoring.Listening;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;

namespace CrisisFlow.Response.Actions;

/// <summary>Measures what the public said before and after a publication.</summary>
public sealed class EffectMeasurer(EffectReader reader) : ICaseActionPerformer
{
    public Type Kind => typeof(CaseAction.Measure);

    public async Task<ActionAnswer> PerformAsync(
        CaseRecord record,
        CaseAction action,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var measure = (CaseAction.Measure)action;
        try
        {
            var readings = await reader.ReadAsync(record.File, measure, cancellation);
            return new ActionAnswer.Performed(
                new CaseCommand.RecordMeasurement(now, measure.Number, readings.Before, readings.After)
                {
                    Course = readings.Course,
                },
                ""
            );
        }
        catch (StoreUnavailableException unavailable)
        {
            return new ActionAnswer.ForNow(unavailable.Message, unavailable.RetryAfter);
        }
    }
}
