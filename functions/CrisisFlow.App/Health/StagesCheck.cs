using CrisisFlow.Settings;
using CrisisFlow.Web.Api;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrisisFlow.App.Health;

/// <summary>Healthy while every stage that runs all the time runs, and runs without failing again and again.</summary>
internal sealed class StagesCheck(StageHealth stages, CrisisFlowSettings settings) : IHealthCheck
{
    /// <summary>
    /// From this many on a stage's failures are no hiccup: the disk is full, or the database away or damaged.
    /// </summary>
    private const int FailuresInARow = 3;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var status =
            stages.Still(settings.Stages.Heartbeat).Count > 0 ? "standing still"
            : stages.Failing(FailuresInARow) ? "failing"
            : "ok";
        var answer = new HealthAnswer(status, Seconds(stages.Started), [.. stages.Runs.Select(Answer)]);
        return Task.FromResult(
            new HealthCheckResult(
                status == "ok" ? HealthStatus.Healthy : context.Registration.FailureStatus,
                status,
                data: new Dictionary<string, object> { [HealthAnswer.Key] = answer }
            )
        );
    }

    private static StageAnswer Answer(StageRun run) =>
        new(
            run.Stage,
            run.LastRun is { } ran ? Seconds(ran) : null,
            run.LastOk is { } ok ? Seconds(ok) : null,
            run.FailuresInARow
        );

    /// <summary>Whole seconds, UTC: what JSON then writes is 2026-03-06T09:00:00Z.</summary>
    private static DateTime Seconds(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
}
