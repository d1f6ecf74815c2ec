using System.Text;
using CrisisFlow.Azure.Activities;
using CrisisFlow.Azure.Orchestrations;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.DurableTask.Worker.Grpc;
using Newtonsoft.Json.Linq;

namespace CrisisFlow.DurableHost;

/// <summary>
/// The product's orchestrator, run as the isolated worker runs it. Activities are performed by whoever started this
/// process.
/// </summary>
public sealed class Functions(HttpClient performer)
{
    [FunctionName(CaseOrchestrator.Name)]
    public static string Case([OrchestrationTrigger] string request) =>
        GrpcOrchestrationRunner.LoadAndRun<CaseRun, object>(
            request,
            async (context, _) =>
            {
                await CaseOrchestrator.RunAsync(context);
                return null;
            }
        );

    [FunctionName(CaseActivities.Advance)]
    public Task<JToken> AdvanceAsync([ActivityTrigger] string turn, CancellationToken cancellation) =>
        AskAsync(CaseActivities.Advance, turn, cancellation);

    [FunctionName(CaseActivities.Perform)]
    public Task<JToken> PerformAsync([ActivityTrigger] string turn, CancellationToken cancellation) =>
        AskAsync(CaseActivities.Perform, turn, cancellation);

    private async Task<JToken> AskAsync(string activity, string turn, CancellationToken cancellation)
    {
        using var answer = await performer.PostAsync(
            activity,
            new StringContent(turn, Encoding.UTF8, "application/json"),
            cancellation
        );
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        // In the form in which the Functions host hands on what a worker threw; the extension takes the type's name out
        // of it.
        return answer.IsSuccessStatusCode
            ? JToken.Parse(text)
            : throw new InvalidOperationException($"Result: Failure\nException: {text}\nStack: ");
    }
}
