using CrisisFlow.App.Health;
using CrisisFlow.App.Telemetry;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Response.Warnings;

namespace CrisisFlow.App.Stages;

/// <summary>Evaluates every topic once and performs whatever its warnings ask for.</summary>
public sealed class EvaluationRound(TopicEvaluation evaluation, WarningActionRunner actions, TimeProvider time)
{
    public Task RunAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        return ProductTelemetry.StageAsync(
            Stage.Evaluate, time, () => evaluation.RunAsync(now, actions.PerformAsync, cancellation));
    }
}
