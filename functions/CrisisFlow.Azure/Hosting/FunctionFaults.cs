using CrisisFlow.Azure.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace CrisisFlow.Azure.Hosting;

/// <summary>
/// Says which function failed and why, and lets the failure go on to the Functions host. The host would say so too, but
/// it has
/// no place to say it: its own telemetry holds addresses with link tokens and goes nowhere.
/// </summary>
internal sealed class FunctionFaults(ILogger<FunctionFaults> log) : IFunctionsWorkerMiddleware
{
    // A replay must not log; a failed run is reported when it is restarted.
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.FunctionDefinition.Name == CaseOrchestrator.Name
            ? next(context)
            : WatchAsync(context.FunctionDefinition.Name, () => next(context), context.CancellationToken);

    internal async Task WatchAsync(string function, Func<Task> run, CancellationToken cancellation)
    {
        try
        {
            await run();
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested)
        {
            HostLog.FunctionFailed(log, function, failed);
            throw;
        }
    }
}
