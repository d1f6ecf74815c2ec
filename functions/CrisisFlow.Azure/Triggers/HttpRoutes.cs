using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Http;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Web.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CrisisFlow.Azure.Triggers;

/// <summary>
/// Every route of the local host, at the same paths. Open are only those that prove themselves (signed links, the API
/// key of /mentions) or are public; everything else goes through the team's function.
/// </summary>
public sealed class HttpRoutes(SitePipeline site, StageRunner stages)
{
    [Function("Link")]
    public Task<IResult> LinkAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "l/{token}")] HttpRequest request,
        [DurableClient] DurableTaskClient client
    ) => AnswerAsync(request, client);

    [Function("Mentions")]
    public Task<IResult> MentionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "mentions")] HttpRequest request,
        [DurableClient] DurableTaskClient client
    ) => AnswerAsync(request, client);

    [Function("Statements")]
    public Task<IResult> StatementsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "statements/{*rest}")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client
    ) => AnswerAsync(request, client);

    [Function("Style")]
    public Task<IResult> StyleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "style.css")] HttpRequest request,
        [DurableClient] DurableTaskClient client
    ) => AnswerAsync(request, client);

    [Function("Robots")]
    public Task<IResult> RobotsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "robots.txt")] HttpRequest request,
        [DurableClient] DurableTaskClient client
    ) => AnswerAsync(request, client);

    [Function("Health")]
    public async Task<IResult> HealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "health")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        // The stages know nothing of the store before they have failed for minutes.
        return await stages.RefreshAsync(cancellation)
            ? await AnswerAsync(request, client)
            : Results.Text(
                """{"status":"storage away"}""",
                "application/json",
                statusCode: StatusCodes.Status503ServiceUnavailable
            );
    }

    [Function(TeamAdmission.Function)]
    public Task<IResult> TeamAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", "post", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client
    )
    {
        TeamAdmission.Mark(request.HttpContext);
        return AnswerAsync(request, client);
    }

    /// <summary>The same pipeline as on one machine. It writes the response; the result writes nothing more.</summary>
    private async Task<IResult> AnswerAsync(HttpRequest request, DurableTaskClient client)
    {
        DurableCaseHost.Use(client);
        // The worker matched the function's route; the site matches its own.
        request.HttpContext.SetEndpoint(null);
        request.RouteValues = [];
        await site.AnswerAsync(request.HttpContext);
        return Results.Empty;
    }
}
