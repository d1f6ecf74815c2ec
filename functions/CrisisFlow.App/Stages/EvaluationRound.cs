using CrisisFlow.App.Health;
using CrisisFlow.App.Telemetry;
using CrisisFlow.Monitoring;
using CrisisFlow.Response.Warnings;

namespace CrisisFlow.App.Stages;

/// <summary>Evaluates every topic once and performs the actions of its warnings.</summary>
public sealed class EvaluationRound(Pipeline pipeline, WarningActionRunner actions, TimeProvider time)
{
    public Task RunAsync(CancellationToken cancellation = default) =>
        ProductTelemetry.StageAsync(
            Stage.Evaluate,
            time,
            () => pipeline.EvaluateAsync(actions.PerformAsync, cancellation)
        );
}
