using CrisisFlow.Azure.Hosting;
using CrisisFlow.Azure.Http;
using CrisisFlow.Azure.Orchestrations;
using CrisisFlow.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CrisisFlow.Azure.Triggers;

/// <summary>
/// Every route of the local host, at the same paths. Open are only those that prove themselves (signed links, the API key of
/// /mentions) or are public; everything else goes through the team's function.
/// </summary>
public sealed class HttpRoutes(Site site, TeamAdmission admission, StageRunner stages)
{
    internal const string TeamFunction = "Team";

    [Function("Link")]
    public Task<IResult> LinkAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "l/{token}")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) => OpenAsync(request, client, cancellation);

    [Function("Mentions")]
    public Task<IResult> MentionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "mentions")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) => OpenAsync(request, client, cancellation);

    [Function("Statements")]
    public Task<IResult> StatementsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "statements/{*rest}")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) => OpenAsync(request, client, cancellation);

    [Function("Style")]
    public Task<IResult> StyleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "style.css")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) => OpenAsync(request, client, cancellation);

    [Function("Robots")]
    public Task<IResult> RobotsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "robots.txt")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) => OpenAsync(request, client, cancellation);

    [Function("Health")]
    public async Task<IResult> HealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "health")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        // The board knows nothing of the store before stages have failed for minutes.
        return await stages.RefreshAsync(cancellation)
            ? await OpenAsync(request, client, cancellation)
            : new SiteResult(SiteResponse.Json(503, """{"status":"storage away"}"""));
    }

    [Function(TeamFunction)]
    public Task<IResult> TeamAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", "post", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) => AnswerAsync(request, admission.Admits(request), client, cancellation);

    private Task<IResult> OpenAsync(HttpRequest request, DurableTaskClient client, CancellationToken cancellation) =>
        AnswerAsync(request, isTrusted: false, client, cancellation);

    private async Task<IResult> AnswerAsync(HttpRequest request, bool isTrusted, DurableTaskClient client, CancellationToken cancellation)
    {
        DurableCaseHost.Use(client);
        try
        {
            return new SiteResult(await site.HandleAsync(request.ToSite(isTrusted), cancellation));
        }
        catch (BadHttpRequestException refused)
        {
            // The web server's own refusals come while the body is read: too large is one.
            return new SiteResult(SiteResponse.Plain(refused.StatusCode, refused.Message));
        }
    }
}
