using CrisisFlow.App.Health;
using CrisisFlow.App.Housekeeping;
using CrisisFlow.App.Stages;
using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Monitoring.Evaluating;
using CrisisFlow.Monitoring.Ingesting;
using CrisisFlow.Response;
using CrisisFlow.Response.Engine;
using CrisisFlow.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CrisisFlow.Azure.Triggers;

/// <summary>
/// What this host does again and again. Schedules are app settings, in UTC; the host runs each on one instance at a
/// time.
/// </summary>
public sealed class Timers(
    PollRound poll,
    EvaluationRound evaluation,
    TopicSet topics,
    TopicRegister register,
    CaseSweep sweep,
    ICaseHost cases,
    Heartbeat heartbeat,
    Retention retention,
    StageRunner stages,
    WarningAnnouncer announcer,
    CrisisFlowSettings settings,
    TimeProvider time
)
{
    [Function("Poll")]
    public Task PollAsync([TimerTrigger("%PollSchedule%")] TimerInfo timer, CancellationToken cancellation) =>
        stages.RunAsync(Stage.Poll, poll.RunAsync, cancellation);

    [Function("Evaluate")]
    public Task EvaluateAsync(
        [TimerTrigger("%EvaluateSchedule%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) =>
        stages.RunAsync(
            Stage.Evaluate,
            async stopping =>
            {
                DurableCaseHost.Use(client);
                await evaluation.RunAsync(stopping);
                await announcer.SendAllAsync(topics.All.Select(topic => topic.Id), register.Left, stopping);
            },
            cancellation
        );

    /// <summary>
    /// Wakes every case that has something to do and that nobody told: what was cut off between storing and telling.
    /// </summary>
    [Function("Sweep")]
    public Task SweepAsync(
        [TimerTrigger("%SweepSchedule%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) =>
        stages.RunAsync(
            Stage.Cases,
            async stopping =>
            {
                DurableCaseHost.Use(client);
                foreach (var due in await sweep.RunAsync(time.GetUtcNow(), stopping))
                    await cases.WakeAsync(due, stopping);
                await stages.RefreshAsync(stopping);
                await heartbeat.RunAsync(stopping);
            },
            cancellation
        );

    [Function("Retention")]
    public Task RetainAsync([TimerTrigger("%RetentionSchedule%")] TimerInfo timer, CancellationToken cancellation) =>
        stages.RunAsync(Stage.Retention, retention.RunAsync, cancellation);

    /// <summary>
    /// Histories of runs that ended are deleted: nothing else ever deletes them. The case itself stays.
    /// </summary>
    [Function("Purge")]
    public Task PurgeAsync(
        [TimerTrigger("%PurgeSchedule%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) =>
        client.PurgeAllInstancesAsync(
            EndedRuns.CreatedBefore(time.GetUtcNow() - settings.Retention.History),
            options: null,
            cancellation
        );
}
