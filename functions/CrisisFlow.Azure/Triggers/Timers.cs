using CrisisFlow.App;
using CrisisFlow.App.Health;
using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Messaging;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Cases;
using CrisisFlow.Monitoring.Ingesting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CrisisFlow.Azure.Triggers;

/// <summary>What this host does again and again. Schedules are app settings, in UTC; the host runs each on one instance at a time.</summary>
public sealed class Timers(Product product, StageRunner stages, WarningAnnouncer announcer, TimeProvider time)
{
    [Function("Poll")]
    public Task PollAsync([TimerTrigger("%PollSchedule%")] TimerInfo timer, CancellationToken cancellation) =>
        stages.RunAsync(Stage.Poll, stopping => product.PollAsync(stopping), cancellation);

    [Function("Evaluate")]
    public Task EvaluateAsync([TimerTrigger("%EvaluateSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        stages.RunAsync(
            Stage.Evaluate,
            async stopping =>
            {
                DurableCaseHost.Use(client);
                await product.EvaluateAsync(stopping);
                await announcer.SendAllAsync(product.Topics.All.Select(topic => topic.Id), stopping);
            },
            cancellation);

    /// <summary>Wakes every case that has something to do and that nobody told: what was cut off between storing and telling.</summary>
    [Function("Sweep")]
    public Task SweepAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        stages.RunAsync(
            Stage.Cases,
            async stopping =>
            {
                DurableCaseHost.Use(client);
                foreach (var due in await product.Sweep.RunAsync(time.GetUtcNow(), stopping)) await product.Cases.WakeAsync(due, stopping);
                await product.WatchAsync(stopping);
            },
            cancellation);

    [Function("Retention")]
    public Task RetainAsync([TimerTrigger("%RetentionSchedule%")] TimerInfo timer, CancellationToken cancellation) =>
        stages.RunAsync(Stage.Retention, product.Retention.RunAsync, cancellation);

    /// <summary>Histories of runs that ended are deleted: nothing else ever deletes them. The case itself stays.</summary>
    [Function("Purge")]
    public async Task PurgeAsync([TimerTrigger("%PurgeSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        await client.PurgeAllInstancesAsync(EndedRuns.CreatedBefore(time.GetUtcNow() - product.Settings.Retention.History), options: null, cancellation);
}
