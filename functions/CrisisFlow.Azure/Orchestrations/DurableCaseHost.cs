using CrisisFlow.Cases;
using CrisisFlow.Response;
using CrisisFlow.Response.Engine;
using CrisisFlow.Storage;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Orchestrations;

/// <summary>
/// Runs cases as orchestrations: one instance per case, started once, told by an event that something was stored.
/// </summary>
public sealed class DurableCaseHost(CaseStep step, TimeProvider time, ILogger<DurableCaseHost> log) : ICaseHost
{
    // The worker hands a client to an invocation, not to the container; everything an invocation calls sees its client.
    private static readonly AsyncLocal<DurableTaskClient?> Current = new();

    // An instance in one of these states is the case's run and must not be replaced by a second start.
    private static readonly OrchestrationRuntimeStatus[] Alive =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>Looks at a run that ends or starts at the same moment; more would be a fault.</summary>
    private const int MostLooks = 5;

    public static void Use(DurableTaskClient client) => Current.Value = client;

    public async Task WakeAsync(CaseId caseId, CancellationToken cancellation = default)
    {
        var client =
            Current.Value
            ?? throw new InvalidOperationException(
                $"Case '{caseId}' cannot be woken: this invocation has no Durable client."
            );
        try
        {
            await AdvanceAsync(caseId, cancellation);
            for (var look = 1; !await TellAsync(client, caseId, isLast: look == MostLooks, cancellation); look++) { }
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested)
        {
            // What was signalled is stored and the sweep tells again. Whoever decided has decided, and other cases must
            // not wait for this one.
            RunLog.CaseNotWoken(log, caseId.Value, failed);
        }
    }

    /// <returns>False when the run ended between the look at it and the telling.</returns>
    private async Task<bool> TellAsync(
        DurableTaskClient client,
        CaseId caseId,
        bool isLast,
        CancellationToken cancellation
    )
    {
        var status = await StatusAsync(client, caseId, cancellation);
        if (!IsAlive(status) && await StartAsync(client, caseId, cancellation))
        {
            if (status is OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated)
                RunLog.CaseRestarted(log, caseId.Value, status.Value.ToString());
            return true;
        }

        try
        {
            await client.RaiseEventAsync(caseId.Value, CaseOrchestrator.Signal, "", cancellation);
            return true;
        }
        catch (RpcException ended)
            when (!isLast && ended.StatusCode is (StatusCode.FailedPrecondition or StatusCode.NotFound))
        {
            return false;
        }
    }

    // What was signalled is taken at once, as on one machine, so that whoever clicked sees what came of it. The
    // orchestration would
    // take it seconds later; now it finds it taken and performs what it asks for.
    private async Task AdvanceAsync(CaseId caseId, CancellationToken cancellation)
    {
        try
        {
            await step.AdvanceAsync(caseId, time.GetUtcNow(), cancellation);
        }
        catch (StoreUnavailableException)
        {
            // The signal is stored: the orchestration takes it when the store answers again.
        }
    }

    /// <returns>False when somebody else started it meanwhile.</returns>
    private static async Task<bool> StartAsync(DurableTaskClient client, CaseId caseId, CancellationToken cancellation)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                CaseOrchestrator.Name,
                new CaseRun(caseId.Value) { Version = CaseRun.Current },
                new StartOrchestrationOptions(caseId.Value).WithDedupeStatuses(Alive),
                cancellation
            );
            return true;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Every back end has its own exception for "exists already"; whether it runs now is what counts.
            if (IsAlive(await StatusAsync(client, caseId, cancellation)))
                return false;
            throw;
        }
    }

    // A run that ended or failed is restarted: the store is the truth, and a case with nothing to do ends at once.
    private static bool IsAlive(OrchestrationRuntimeStatus? status) => status is { } known && Alive.Contains(known);

    private static async Task<OrchestrationRuntimeStatus?> StatusAsync(
        DurableTaskClient client,
        CaseId caseId,
        CancellationToken cancellation
    ) => (await client.GetInstanceAsync(caseId.Value, getInputsAndOutputs: false, cancellation))?.RuntimeStatus;
}
