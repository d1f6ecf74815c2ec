using System.Text.Json;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrisisFlow.Azure.Tests.Orchestrations.Driver;

/// <summary>A Durable client whose instances are driven in this process, one driver per instance.</summary>
internal sealed class DriverClient(
    Func<TaskOrchestrationContext, Task> orchestrator,
    Func<string, string, Task<string>> callActivity,
    Func<DateTimeOffset> clock
) : DurableTaskClient("driver")
{
    private readonly Dictionary<string, OrchestrationDriver> _instances = [];

    /// <summary>Called before an event is raised; may let the run end in between, or throw.</summary>
    public Action<string>? BeforeRaise { get; set; }

    /// <summary>How often an instance was started.</summary>
    public int Starts { get; private set; }

    public OrchestrationDriver? Find(string instanceId) => _instances.GetValueOrDefault(instanceId);

    /// <summary>Steps every instance until nothing happens at the clock's present time.</summary>
    public async Task RunAsync()
    {
        foreach (var driver in _instances.Values.ToList())
            await driver.RunAsync();
    }

    /// <summary>When the earliest timer of any instance fires.</summary>
    public DateTimeOffset? NextTimer =>
        _instances
            .Values.Where(driver => !driver.IsCompleted && driver.Failure is null)
            .Min(driver => driver.NextTimer);

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        var id = options?.InstanceId ?? throw new InvalidOperationException("A case is started under its own id.");
        if (StatusOf(id) is { } status && options.DedupeStatuses?.Contains(status.ToString()) == true)
            throw new InvalidOperationException($"An orchestration with id '{id}' exists and is {status}.");
        var driver = new OrchestrationDriver(orchestratorName.Name, id, orchestrator, callActivity, clock);
        driver.Start(JsonSerializer.Serialize(input, ReplayContext.Json));
        _instances[id] = driver;
        Starts++;
        return Task.FromResult(id);
    }

    public override Task RaiseEventAsync(
        string instanceId,
        string eventName,
        object? eventPayload = null,
        CancellationToken cancellation = default
    )
    {
        BeforeRaise?.Invoke(instanceId);
        // As the extension answers for an instance that is not there, and for one that has ended.
        if (StatusOf(instanceId) is not { } status)
            throw new RpcException(new Status(StatusCode.NotFound, $"No instance with ID '{instanceId}' was found."));
        if (status is not (OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending))
            throw new RpcException(
                new Status(StatusCode.FailedPrecondition, $"The orchestration instance '{instanceId}' is {status}.")
            );
        Find(instanceId)!.Raise(eventName, JsonSerializer.Serialize(eventPayload, ReplayContext.Json));
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    ) =>
        Task.FromResult(
            StatusOf(instanceId) is { } status
                ? new OrchestrationMetadata("Case", instanceId) { RuntimeStatus = status }
                : null
        );

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    ) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default
    ) => throw new NotSupportedException();

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

    private OrchestrationRuntimeStatus? StatusOf(string id) =>
        Find(id) switch
        {
            null => null,
            { IsCompleted: true } => OrchestrationRuntimeStatus.Completed,
            { Failure: not null } => OrchestrationRuntimeStatus.Failed,
            _ => OrchestrationRuntimeStatus.Running,
        };
}
