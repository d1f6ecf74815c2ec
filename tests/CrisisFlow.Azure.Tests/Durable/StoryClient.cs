using CrisisFlow.Azure.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrisisFlow.Azure.Tests.Durable;

/// <summary>
/// One story's view of a client that several stories share: all their cases have the same id, so the story's name goes
/// before it.
/// </summary>
internal sealed class StoryClient(DurableTaskClient inner, string story) : DurableTaskClient("story")
{
    private const char Separator = '~';

    private int _starts;

    /// <summary>How often a run was started and taken for a new one.</summary>
    public int Starts => _starts;

    /// <summary>The story's name in an id that one of these clients made.</summary>
    public static string StoryOf(string id) => id.Split(Separator)[0];

    /// <summary>The case's own id in it.</summary>
    public static string CaseOf(string id) => id.Split(Separator)[1];

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        var run = (CaseRun)input!;
        var id = await inner.ScheduleNewOrchestrationInstanceAsync(
            orchestratorName,
            run with
            {
                CaseId = Own(run.CaseId),
            },
            options! with
            {
                InstanceId = Own(options.InstanceId!),
            },
            cancellation
        );
        Interlocked.Increment(ref _starts);
        return id;
    }

    public override Task RaiseEventAsync(
        string instanceId,
        string eventName,
        object? eventPayload = null,
        CancellationToken cancellation = default
    ) => inner.RaiseEventAsync(Own(instanceId), eventName, eventPayload, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    ) => inner.GetInstanceAsync(Own(instanceId), getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    ) => inner.WaitForInstanceStartAsync(Own(instanceId), getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    ) => inner.WaitForInstanceCompletionAsync(Own(instanceId), getInputsAndOutputs, cancellation);

    public override Task SuspendInstanceAsync(
        string instanceId,
        string? reason = null,
        CancellationToken cancellation = default
    ) => throw new NotSupportedException();

    public override Task ResumeInstanceAsync(
        string instanceId,
        string? reason = null,
        CancellationToken cancellation = default
    ) => throw new NotSupportedException();

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Own(string id) => story + Separator + id;
}
